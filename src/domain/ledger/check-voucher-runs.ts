import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { type CheckedEntry, type Findings, placeOf } from './check-pass';

/** What is kept of the vouchers that people write themselves and that this entry was booked by. */
export interface KeptRuns {
  /** Drafts that say they were booked as this entry. */
  readonly drafts: readonly KeptDraft[];
  /** Months of recurring vouchers that say so. */
  readonly runs: readonly { readonly recurringId: string; readonly month: Month }[];
  /** Lines of debts taken over, with the day each arose. */
  readonly origins: readonly LineOrigin[];
  /** Whether an opening took the place of an earlier one. */
  readonly replacesOpening?: boolean;
}

/** A draft, and whether it still is what was reviewed, by the hands that the entry names. */
interface KeptDraft {
  readonly id: string;
  readonly state: string;
  readonly isAltered?: boolean;
}

/** A line, and the day its debt arose. */
interface LineOrigin {
  readonly lineNumber: number;
  readonly aroseOn: CalendarDay;
}

/**
 * A manual voucher has the draft it was booked from, a recurring one the run of its month, and no other entry
 * has either; the opening is the first entry of the chain or took the place of that one, and the days beside
 * its debts are of their months.
 */
export function checkVoucherRuns(entry: CheckedEntry, kept: KeptRuns, findings: Findings): void {
  const { drafts, runs, origins } = kept;
  const { id } = entry.source;
  const kind = entry.reversesId === undefined ? entry.source.kind : 'reversal';
  const debts = kind === 'opening' ? monthsOfDebts(entry) : [];
  const questions = [
    {
      code: 'check.openingNotFirst',
      isAsked: kind === 'opening',
      holds: entry.position === 1 || kept.replacesOpening === true,
    },
    {
      code: 'check.originDiffers',
      isAsked: debts.length + origins.length > 0,
      holds: sameMonths(debts, origins),
    },
    {
      code: 'check.draftDiffers',
      isAsked: kind === 'manual' || drafts.length > 0,
      holds: kind === 'manual' && isOnly(drafts, (draft) => draft.id === id && isBooked(draft)),
    },
    {
      code: 'check.runDiffers',
      isAsked: kind === 'recurring' || runs.length > 0,
      holds:
        kind === 'recurring' &&
        isOnly(runs, (run) => run.recurringId === id && run.month === entry.aboutPeriod),
    },
  ];
  for (const { code, holds } of questions.filter(({ isAsked }) => isAsked)) {
    findings.looked += 1;
    if (!holds) findings.add(code, placeOf(entry));
  }
}

/** The lines of an opening that carry a month without income: of debts whose day is kept beside them. */
function monthsOfDebts({ postings }: CheckedEntry): { readonly lineNumber: number; readonly month: Month }[] {
  return postings.flatMap(({ generationMonth, stream }, index) =>
    generationMonth === undefined || stream !== undefined
      ? []
      : [{ lineNumber: index + 1, month: generationMonth }],
  );
}

function sameMonths(lines: ReturnType<typeof monthsOfDebts>, origins: readonly LineOrigin[]): boolean {
  const isKept = (line: (typeof lines)[number]): boolean =>
    origins.some((row) => row.lineNumber === line.lineNumber && monthOf(row.aroseOn) === line.month);
  return lines.length === origins.length && lines.every(isKept);
}

function isBooked({ state, isAltered = false }: KeptDraft): boolean {
  return state === 'posted' && !isAltered;
}

function isOnly<Row>(rows: readonly Row[], isRight: (row: Row) => boolean): boolean {
  return rows.length === 1 && rows.every(isRight);
}
