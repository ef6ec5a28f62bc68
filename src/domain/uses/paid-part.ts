import { yearOf } from '../calendar/calendar-day';
import type { Settled } from '../ledger/settled-debts';
import { type Fen, sumFen } from '../money/fen';

/** Some money of which at least and at most so much went to those who are asked about. */
export interface PaidPart {
  readonly least: Fen;
  readonly most: Fen;
}

/**
 * What of a payment of a list of so much can have gone to those who have so much of it: a payment names
 * nobody, so at least what the others on the list cannot have had, and at most what is theirs.
 */
export function paidPart(
  paid: Fen,
  { amount, theirs }: { readonly amount: Fen; readonly theirs: Fen },
): PaidPart {
  const toOthers = amount - theirs;
  return { least: paid > toOthers ? paid - toOthers : 0n, most: paid < theirs ? paid : theirs };
}

/** What was settled on the days of a year. */
export function paidIn(settled: readonly Settled[], year: number): Fen {
  return sumFen(settled.filter(({ on }) => yearOf(on) === year).map(({ amount }) => amount));
}
