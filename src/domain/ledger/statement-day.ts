import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import type { Pool, Posting } from './journal-entry';

/** How far distributions have settled the days of each pool. */
export interface SettledDays {
  /** The last settled day by pool. */
  readonly settledTo: Readonly<Record<string, CalendarDay>>;
  /** The last day of the settled period before the last one, by pool; absent where there is none. */
  readonly settledBefore: Readonly<Record<string, CalendarDay>>;
}

/** What is put right: the day on which statements count it, and its lines. */
export interface PutRight {
  readonly statementOn: CalendarDay;
  readonly postings: readonly Pick<Posting, 'pool' | 'poolFlow'>[];
  /** Why it was reversed; absent while it is not. */
  readonly reason?: string | undefined;
}

/** The reversal of an entry, or its being entered anew. */
export interface PuttingRight {
  readonly postedOn: CalendarDay;
  readonly postings: readonly Pick<Posting, 'pool' | 'poolFlow'>[];
  /** Whether the fact is entered anew; a reversal only mirrors. */
  readonly isAnew: boolean;
}

/**
 * The day on which pool statements count a correction. It inherits that of the entry it puts right, so that
 * the period in which the fact was first counted shows what is right, and the next one carries over the
 * corrected left-over. Once the period after that one is settled, too, nothing decided is touched any more:
 * the correction counts in the period that is open, on its own day or, where that is settled, on the first
 * one that is not. Where nothing at all is settled yet and the day itself was wrong, the right day counts.
 * Source: product decision "Books" (statement period).
 */
export function statementDayOf(of: PutRight, correction: PuttingRight, settled: SettledDays): CalendarDay {
  const pools = countingPools([...of.postings, ...correction.postings]);
  const { settledTo, settledBefore } = settled;
  const lies = (day: CalendarDay, within: SettledDays['settledTo']): boolean =>
    pools.some((pool) => day <= (within[pool] ?? ''));
  if (lies(of.statementOn, settledBefore)) return firstOpen(correction.postedOn, pools, settledTo);
  const isOwnDay = correction.isAnew && of.reason === 'wrongDate';
  const isOpen = !lies(of.statementOn, settledTo) && !lies(correction.postedOn, settledTo);
  return isOwnDay && isOpen ? correction.postedOn : of.statementOn;
}

/**
 * Whether a correction that is booked counts where it may, as far as can be told afterwards: with the entry
 * it puts right, or, where that lies behind the last but one settled period, on its own day or a later one.
 */
export function countsRightly(
  of: PutRight,
  correction: Pick<PuttingRight, 'postedOn'> & { readonly statementOn: CalendarDay },
  settledBefore: SettledDays['settledBefore'],
): boolean {
  if (correction.statementOn === of.statementOn) return true;
  const isBehind = countingPools(of.postings).some((pool) => of.statementOn <= (settledBefore[pool] ?? ''));
  return isBehind && correction.statementOn >= correction.postedOn;
}

/** An entry with its place in the chain and the day on which statements count it. */
interface ChainedEntry {
  readonly entryId: string;
  readonly position: number;
  readonly statementOn: CalendarDay;
}

/** A reversal, or what was entered anew, with the entry that it puts right. */
export interface ChainedCorrection extends ChainedEntry {
  readonly of: ChainedEntry;
}

/** What is known of an entry that somebody wants to enter anew. */
export interface Reentered {
  readonly isReversal: boolean;
  readonly isReversed: boolean;
  /** Whether it was entered anew before. */
  readonly isAnew: boolean;
}

/**
 * Only what was reversed is entered anew, and once: the new entry is put right itself if it is wrong again.
 * @throws DomainError `reentry.ofReversal`, `reentry.notReversed`, `reentry.done`
 */
export function requireReenterable(entry: Reentered): void {
  if (entry.isReversal) throw new DomainError('reentry.ofReversal');
  if (!entry.isReversed) throw new DomainError('reentry.notReversed');
  if (entry.isAnew) throw new DomainError('reentry.done');
}

/** The pools whose statements count a line; a grant settles what was decided and changes no statement. */
function countingPools(postings: PutRight['postings']): Pool[] {
  const counting = postings.filter(({ poolFlow }) => poolFlow !== undefined && poolFlow !== 'granted');
  return [...new Set(counting.map(({ pool }) => pool))];
}

function firstOpen(
  day: CalendarDay,
  pools: readonly Pool[],
  settledTo: SettledDays['settledTo'],
): CalendarDay {
  return pools
    .map((pool) => settledTo[pool] ?? '')
    .reduce((open, to) => (to !== '' && open <= to ? addDays(to, 1) : open), day);
}
