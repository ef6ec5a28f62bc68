import type { CalendarDay, Month } from '../calendar/calendar-day';
import { type Fen, MAX_FEN, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import type { Chart } from './chart';

/** Money keeps its colour: which pool it belongs to. */
export type Pool = 'pv' | 'other' | 'members' | 'earmarked';

/** What a line does to the undistributed money of its pool; most lines do nothing to it. */
export type PoolFlow = 'opening' | 'received' | 'deducted' | 'granted';

/** Where income comes from; energy fee and state subsidy are two streams with different due dates. */
export type Stream = 'energy' | 'subsidy' | 'rent' | 'other';

/**
 * One line of a voucher. `amount` is never zero; negative only in a reversal (red letters on the same
 * side).
 */
export interface Posting {
  readonly ledgerAccount: string;
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
  readonly pool: Pool;
  readonly poolFlow?: PoolFlow;
  readonly assetId?: string;
  readonly stream?: Stream;
  readonly generationMonth?: Month;
  readonly counterparty?: string;
  readonly planLineId?: string;
}

/** What a step asks the ledger to book. */
export interface JournalEntry {
  /** The event of its step, for example `income.settled`. */
  readonly event: string;
  /** The voucher's date, in an open month: it rules every balance and number. */
  readonly postedOn: CalendarDay;
  /** The month the fact concerns. */
  readonly aboutPeriod: Month;
  /** The day by which pool statements count it: `postedOn` of a new fact; a reversal inherits it. */
  readonly statementOn: CalendarDay;
  readonly summary: string;
  readonly source: { readonly kind: string; readonly id: string };
  readonly postings: readonly Posting[];
}

/** The balance effect of a line in fen: debit adds, credit takes away. */
export function signedAmount(posting: Pick<Posting, 'side' | 'amount'>): Fen {
  return posting.side === 'debit' ? posting.amount : -posting.amount;
}

/**
 * What must hold before an entry is booked: at least two lines, none zero, every account in the chart, and
 * debit equals credit in every pool on its own, so that no money changes colour unseen.
 */
export function requireBookable(entry: JournalEntry, chart: Chart): void {
  invariant(entry.postings.length >= 2, 'a voucher has at least two lines');
  for (const posting of entry.postings) {
    invariant(posting.amount !== 0n, 'no line of a voucher is zero');
    invariant(
      posting.amount <= MAX_FEN && posting.amount >= -MAX_FEN,
      'a line lies within the range of money',
    );
    invariant(
      chart.accounts.has(posting.ledgerAccount),
      `account ${posting.ledgerAccount} stands in the chart`,
    );
  }
  for (const pool of new Set(entry.postings.map((posting) => posting.pool))) {
    const ofPool = entry.postings.filter((posting) => posting.pool === pool);
    invariant(sumFen(ofPool.map(signedAmount)) === 0n, `debit equals credit in pool ${pool}`);
  }
}

/**
 * Refuses a new fact on days that a distribution of its pool has settled: it would change a figure that was
 * decided on. A late fact is booked in an open period instead; what merely falls due moves no pool, and a
 * grant settles what was decided.
 * @param settledTo the last settled day by pool
 * @throws DomainError `period.settled`
 */
export function requireUnsettled(
  entry: JournalEntry,
  settledTo: Readonly<Record<string, CalendarDay>>,
): void {
  for (const { pool, poolFlow } of entry.postings) {
    const to = settledTo[pool];
    const counts = poolFlow !== undefined && poolFlow !== 'granted';
    if (counts && to !== undefined && entry.statementOn <= to) {
      throw new DomainError('period.settled', { pool, to, day: entry.statementOn });
    }
  }
}

/** The sum of the debit side of a voucher, which is what it is "over". */
export function voucherTotal(postings: readonly Pick<Posting, 'side' | 'amount'>[]): Fen {
  return sumFen(postings.filter((posting) => posting.side === 'debit').map((posting) => posting.amount));
}

/** Leaves out lines without an amount, so that a step may name a line that happens to be nil. */
export function withoutNil(postings: readonly Posting[]): Posting[] {
  return postings.filter((posting) => posting.amount !== 0n);
}
