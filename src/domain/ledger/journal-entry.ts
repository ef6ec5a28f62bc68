import type { CalendarDay, Month } from '../calendar/calendar-day';
import { type Fen, MAX_FEN, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import { type Chart, isPoolMoney } from './chart';

/** Money keeps its colour: which pool it belongs to. */
export type Pool = 'pv' | 'other' | 'members' | 'earmarked';

/** What a line does to the undistributed money of its pool; most lines do nothing to it. */
export type PoolFlow = 'opening' | 'received' | 'deducted' | 'granted';

/** Where income comes from; energy fee and state subsidy are two streams with different due dates. */
export type Stream = 'energy' | 'subsidy' | 'rent' | 'dividend' | 'other';

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
  /** How many source documents are attached to the voucher; none where absent. */
  readonly attachments?: number;
  readonly postings: readonly Posting[];
  /** Which grants its lines pay, where somebody said so: kept beside the voucher, not among its bytes. */
  readonly pays?: readonly LinePays[];
}

/** A line of a voucher, counted from 0, and the voucher by which what it pays was granted. */
export interface LinePays {
  readonly line: number;
  readonly debtId: string;
}

/** The balance effect of a line in fen: debit adds, credit takes away. */
export function signedAmount(posting: Pick<Posting, 'side' | 'amount'>): Fen {
  return posting.side === 'debit' ? posting.amount : -posting.amount;
}

/**
 * What the lines do to the undistributed money of their pool, as their flows say it: opening + received −
 * deducted − granted.
 */
export function flowEffect(postings: readonly Pick<Posting, 'side' | 'amount' | 'poolFlow'>[]): Fen {
  return sumFen(
    postings.flatMap((posting) => {
      if (posting.poolFlow === undefined) return [];
      const adds = posting.poolFlow === 'opening' || posting.poolFlow === 'received';
      return [adds ? signedAmount(posting) : -signedAmount(posting)];
    }),
  );
}

/** What the lines do to the pool's money and to what is owed out of it. @see isPoolMoney */
export function moneyEffect(postings: readonly Posting[], chart: Chart): Fen {
  return sumFen(postings.filter((posting) => isPoolMoney(posting, chart)).map(signedAmount));
}

/** The lines of a voucher by pool, in the order in which the pools first appear. */
export function byPool(postings: readonly Posting[]): Map<Pool, Posting[]> {
  const pools = new Map<Pool, Posting[]>();
  for (const posting of postings) {
    const lines = pools.get(posting.pool);
    if (lines === undefined) pools.set(posting.pool, [posting]);
    else lines.push(posting);
  }
  return pools;
}

/**
 * What must hold before an entry is booked: at least two lines, none zero, every account in the chart; in
 * every pool on its own debit equals credit, so that no money changes colour unseen, and what the flows say
 * is what happens to the pool's money, so that its undistributed amount can be told both ways.
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
  for (const [pool, lines] of byPool(entry.postings)) {
    invariant(sumFen(lines.map(signedAmount)) === 0n, `debit equals credit in pool ${pool}`);
    const told = flowEffect(lines) === moneyEffect(lines, chart);
    invariant(told, `the flows of pool ${pool} say what happens to its money`);
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

/**
 * Refuses a day on which the books were kept under another chart: its codes meant other things.
 * @param chartFrom the first day of the present chart; empty where there was no other
 * @throws DomainError `period.otherChart`
 */
export function requireChartHolds(postedOn: CalendarDay, chartFrom: CalendarDay): void {
  if (postedOn < chartFrom) throw new DomainError('period.otherChart', { day: postedOn, from: chartFrom });
}

/** The sum of the debit side of a voucher, which is what it is "over". */
export function voucherTotal(postings: readonly Pick<Posting, 'side' | 'amount'>[]): Fen {
  return sumFen(postings.filter((posting) => posting.side === 'debit').map((posting) => posting.amount));
}

/** Leaves out lines without an amount, so that a step may name a line that happens to be nil. */
export function withoutNil(postings: readonly Posting[]): Posting[] {
  return postings.filter((posting) => posting.amount !== 0n);
}
