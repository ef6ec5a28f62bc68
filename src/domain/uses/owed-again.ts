import type { CalendarDay } from '../calendar/calendar-day';
import { plainName } from '../shared/plain-name';
import type { Problem } from '../shared/problem';

/** How the voucher of a paper was taken back. */
export interface TakenBackPaper {
  readonly reversalId: string;
  readonly on: CalendarDay;
  /** The voucher that stands in its place since. */
  readonly takenBy:
    { readonly id: string; readonly voucherYear: number; readonly voucherNumber: number } | undefined;
}

/** A paper by which something of a claim is owed, or was. */
interface Paper {
  readonly id: string;
  readonly state: string;
  readonly claimId: string;
  readonly voucherEntryId: string | undefined;
}

/** A list of rewards or subsidies. */
interface ListPaper extends Paper {
  readonly listNumber: number;
  readonly kind: string;
  readonly ground: string;
  readonly lines: readonly { readonly householdId: string }[];
}

/** A labour sheet, with its work. */
export interface SheetPaper extends Paper {
  readonly sheetNumber: number;
  readonly workId: string;
  readonly workName: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly lines: readonly { readonly memberId: string }[];
}

/**
 * Asks why a list that was taken back is accepted again, where since then another was accepted that gives the
 * same: of the same claim and kind, and for the same ground or to one of its households; or where something
 * else stands in its place. Nothing is asked where nothing came between.
 * @returns problems `aid.againBeside`, `aid.againElsewhere` of field `aidReason`.
 *   Source: product decision, what is owed is owed once
 */
export function listAgainProblems(
  list: ListPaper,
  all: readonly ListPaper[],
  taken: TakenBackPaper | undefined,
): Problem[] {
  const since = acceptedSince(list, all, taken);
  const other = since.find((each) => isInPlace(each, taken) || givesTheSame(list, each));
  const field = 'aidReason';
  if (other !== undefined)
    return [{ code: 'aid.againBeside', field, facts: { on: taken?.on ?? '', list: other.listNumber } }];
  return elsewhereProblems({ code: 'aid.againElsewhere', field }, taken);
}

/**
 * Asks why a labour sheet that was taken back is accepted again, where since then another of the claim was
 * accepted for the same days, of the same work or with one of its people; or where something else stands in
 * its place.
 * @returns problems `works.againBeside`, `works.againElsewhere` of field `againWhy`.
 *   Source: product decision, what is owed is owed once
 */
export function sheetAgainProblems(
  sheet: SheetPaper,
  all: readonly SheetPaper[],
  taken: TakenBackPaper | undefined,
): Problem[] {
  const since = acceptedSince(sheet, all, taken);
  const other = since.find((each) => isInPlace(each, taken) || paysTheSame(sheet, each));
  const field = 'againWhy';
  if (other !== undefined) {
    const facts = { on: taken?.on ?? '', work: other.workName, number: other.sheetNumber };
    return [{ code: 'works.againBeside', field, facts }];
  }
  return elsewhereProblems({ code: 'works.againElsewhere', field }, taken);
}

function elsewhereProblems(
  asked: { readonly code: string; readonly field: string },
  taken: TakenBackPaper | undefined,
): Problem[] {
  if (taken?.takenBy === undefined) return [];
  const { voucherYear: year, voucherNumber: number } = taken.takenBy;
  return [{ ...asked, facts: { on: taken.on, year: String(year), number } }];
}

function acceptedSince<Any extends Paper>(
  { id, claimId }: Paper,
  all: readonly Any[],
  taken: TakenBackPaper | undefined,
): Any[] {
  if (taken === undefined) return [];
  // Entries carry the time in their ids.
  return all.filter(
    (other) =>
      other.id !== id &&
      other.claimId === claimId &&
      other.state === 'owed' &&
      (other.voucherEntryId ?? '') > taken.reversalId,
  );
}

function isInPlace({ voucherEntryId }: Paper, taken: TakenBackPaper | undefined): boolean {
  return voucherEntryId !== undefined && voucherEntryId === taken?.takenBy?.id;
}

function givesTheSame(list: ListPaper, other: ListPaper): boolean {
  if (other.kind !== list.kind) return false;
  const homes = new Set(list.lines.map(({ householdId }) => householdId));
  return (
    plainName(other.ground) === plainName(list.ground) ||
    other.lines.some(({ householdId }) => homes.has(householdId))
  );
}

function paysTheSame(sheet: SheetPaper, other: SheetPaper): boolean {
  if (other.from > sheet.to || other.to < sheet.from) return false;
  const people = new Set(sheet.lines.map(({ memberId }) => memberId));
  return other.workId === sheet.workId || other.lines.some(({ memberId }) => people.has(memberId));
}
