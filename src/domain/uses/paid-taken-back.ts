import type { CalendarDay } from '../calendar/calendar-day';
import { mainCodeOf } from '../ledger/chart';
import { type Fen, sumFen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import { type Problem, refuseProblems } from '../shared/problem';
import { reasonProblems } from '../policy/written-reason';
import type { PaymentEvent } from './payment-events';
import type { PersonsPart } from './persons-parts';
import { least } from './split-payments';
import { surePayments } from './sure-payments';

/** What the reversal of a grant leaves where it was paid, or may have been. */
export interface PaidTakenBack {
  /** The main account on which it is owed, by its code. */
  readonly account: string;
  /** What of it is paid for certain. Fen. */
  readonly paid: Fen;
  /** What of it may have been paid besides: of a list of several nobody noted whose payment it was. Fen. */
  readonly unsure: Fen;
  /** What was paid on the account and is owed to nobody any more once it is taken back. Fen. */
  readonly over: Fen;
  /** By how much the account stands in debit then, of what names nobody. Fen. */
  readonly debit: Fen;
}

/** A reversal of a grant, told before it is booked. */
interface Reversal {
  readonly entryId: string;
  readonly postedOn: CalendarDay;
}

/**
 * What the reversal of a grant leaves on its account, told from what is certain of its payments; undefined
 * where nothing of it is paid. What people have of it by a list that was taken back before counts as paid.
 * @param events of one account, in the order of the books
 */
export function paidTakenBack(
  events: readonly PaymentEvent[],
  { entryId, postedOn }: Reversal,
  peopleOf: (entryId: string) => readonly PersonsPart[],
): PaidTakenBack | undefined {
  const debt = events.find((event) => event.kind === 'owed' && event.entryId === entryId);
  const before = surePayments(events, peopleOf);
  const standing = before.standings.find((each) => each.entryId === entryId);
  if (debt === undefined || standing === undefined) return undefined;
  const covered = sumFen(standing.covered.map(({ amount }) => amount));
  const paid = covered + (standing.state === 'paid' ? standing.amount : 0n);
  const together = before.standings.filter(({ state }) => state === 'unsure');
  const mayBe = sumFen(together.map(({ amount }) => amount)) - before.openOfUnsure;
  const unsure = standing.state === 'unsure' ? least(mayBe, standing.amount) : 0n;
  if (paid + unsure === 0n) return undefined;
  const later = events.findIndex(({ line }) => line.postedOn > postedOn);
  const at = later < 0 ? events.length : later;
  const back: PaymentEvent = { ...debt, kind: 'takenBack' };
  const after = [...events.slice(0, at), back, ...events.slice(at)];
  const balance = sumFen(after.map(signedOf));
  return {
    account: mainCodeOf(debt.line.ledgerAccount),
    ...{ paid, unsure },
    over: surePayments(after, peopleOf).over,
    debit: balance > 0n ? balance : 0n,
  };
}

/**
 * Why a grant that was paid is taken back all the same, and what becomes of the money; blank of one of which
 * nothing is paid.
 * @throws FormProblems `reversal.ofPaid`, `reversal.ofPaidPerhaps`, `policy.reasonTooShort`, `form.*`
 */
export function requirePaidWhy(typed: string, left: PaidTakenBack | undefined): string {
  const why = typed.trim();
  refuseProblems(privateNumberProblems({ paidWhy: why }));
  if (left === undefined) return '';
  refuseProblems(why === '' ? [askedOf(left)] : reasonProblems(why).map(onOwnField));
  return why;
}

function askedOf({ account, paid, unsure, over, debit }: PaidTakenBack): Problem {
  const facts = { account, paid, unsure, over, debit };
  return { code: paid > 0n ? 'reversal.ofPaid' : 'reversal.ofPaidPerhaps', field: 'paidWhy', facts };
}

function onOwnField(problem: Problem): Problem {
  return { ...problem, field: 'paidWhy' };
}

/** Above zero what was paid, below zero what is owed. */
export function signedOf({ kind, amount }: PaymentEvent): Fen {
  return kind === 'paid' || kind === 'takenBack' ? amount : -amount;
}
