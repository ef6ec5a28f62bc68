import type { CalendarDay } from '../calendar/calendar-day';
import { PAPERS_AT_LEAST, readAttachments } from '../ledger/attachments';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount, readDay } from '../shared/typed-fields';
import type { RentDueStanding } from './rent-states';

/** What vouchers name as their source that a contract books by itself: rent paid back. */
export const LEASE_SOURCE = 'lease';

/** Rent kept ahead, above zero, and what was used of it or given back, below, by the day of its voucher. */
export interface AdvanceMove {
  readonly on: CalendarDay;
  readonly amount: Fen;
}

/** The same with its voucher. */
export interface AdvanceEntry extends AdvanceMove {
  readonly entryId: string;
}

/**
 * On which days the money came that each use of rent kept ahead took, by the voucher of the use: what was
 * kept first is taken first. Who paid ahead was never late with what was booked out of it afterwards.
 * @param moves in the order of their entry
 */
export function advanceSources(moves: readonly AdvanceEntry[]): ReadonlyMap<string, readonly AdvanceMove[]> {
  const kept: { readonly on: CalendarDay; left: Fen }[] = [];
  const sources = new Map<string, AdvanceMove[]>();
  for (const { entryId, on, amount } of moves) {
    if (amount > 0n) kept.push({ on, left: amount });
    let open = amount < 0n ? -amount : 0n;
    for (const each of kept) {
      const taken = each.left < open ? each.left : open;
      if (taken === 0n) continue;
      each.left -= taken;
      open -= taken;
      sources.set(entryId, [...(sources.get(entryId) ?? []), { on: each.on, amount: taken }]);
    }
  }
  return sources;
}

/**
 * What of the rent kept ahead no due of the contract takes any more: the contract ended early, its asset is
 * gone, or the rent became less. It is owed back to the tenant.
 */
export function freeAdvance(advance: Fen, dues: readonly RentDueStanding[]): Fen {
  return advance - sumFen(dues.map(({ paidAhead }) => paidAhead));
}

/** What a person types when rent kept ahead goes back; everything is text as typed. */
export interface AdvanceReturnForm {
  /** `bank` where it is paid back; otherwise the id of what the tenant owes and what it is kept against. */
  readonly returnBy: string;
  readonly returnedOn: string;
  readonly amount: string;
  /** How many papers are attached; one where blank. */
  readonly attachments: string;
}

/** Something else that the same tenant owes. */
export interface OwedByTenant {
  readonly id: string;
  readonly pool: string;
  readonly outstanding: Fen;
}

/** What there is to give back, and what the tenant owes. */
export interface ReturnFacts {
  readonly free: Fen;
  readonly moves: readonly AdvanceMove[];
  readonly pool: string;
  readonly owed: readonly OwedByTenant[];
}

/** Rent kept ahead that goes back to the tenant, or is kept against something else he owes. */
export interface AdvanceReturn {
  readonly returnedOn: CalendarDay;
  readonly amount: Fen;
  /** What it is kept against; undefined where it is paid back. */
  readonly against: string | undefined;
  readonly attachments: number;
}

/**
 * Reads what is given back, or says everything that is wrong with it: no more than no due takes any more, nor
 * than had come by that day; against something else, no more than it wants, and of the same money. Codes
 * `rent.aboveFree`, `rent.aboveDue`, `rent.otherPool`, `form.*`, `money.*`, `calendar.*`.
 */
export function readAdvanceReturn(
  form: AdvanceReturnForm,
  facts: ReturnFacts,
): { given: AdvanceReturn; problems: Problem[] } {
  const problems: Problem[] = [];
  const returnedOn = readDay({ field: 'returnedOn', value: form.returnedOn }, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems);
  const due = facts.owed.find(({ id }) => id === form.returnBy);
  if (due === undefined && form.returnBy !== 'bank') {
    problems.push({ code: 'form.notAllowed', field: 'returnBy', value: form.returnBy });
  }
  if (due !== undefined && due.pool !== facts.pool) {
    problems.push({ code: 'rent.otherPool', field: 'returnBy' });
  }
  if (amount !== undefined && returnedOn !== undefined) {
    const come = sumFen(facts.moves.filter(({ on }) => on <= returnedOn).map((each) => each.amount));
    const most = come < facts.free ? come : facts.free;
    if (amount > most) problems.push({ code: 'rent.aboveFree', field: 'amount', facts: { most } });
    else if (due !== undefined && amount > due.outstanding) {
      problems.push({ code: 'rent.aboveDue', field: 'amount', facts: { most: due.outstanding } });
    }
  }
  const given = {
    ...{ returnedOn: form.returnedOn, amount: amount ?? 0n, against: due?.id },
    attachments: readAttachments(form.attachments, PAPERS_AT_LEAST, problems),
  };
  return { given, problems };
}
