import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type Crossing, crossedPostings, crossingsBetween } from '../../domain/ledger/crossing';
import type { JournalEntry, Posting } from '../../domain/ledger/journal-entry';
import { reversalOf, type ReversalReason } from '../../domain/ledger/reversal';
import { requireBooks } from './books-row.store';
import type { ChartService } from './chart.service';
import { readCrossings } from './crossings.store';
import type { LedgerReadService, Voucher } from './ledger-read.service';
import { requireNothingTurned } from './owed.store';

/** An entry to be taken back: why, on which day, by whom and in which words. */
export interface ReversalAsked {
  readonly entryId: string;
  readonly reason: ReversalReason;
  readonly postedOn: CalendarDay;
  readonly preparedBy: string;
  readonly summary: string;
}

/** What reads the books that a reversal is made of. */
interface Registers {
  readonly charts: ChartService;
  readonly reading: LedgerReadService;
}

/** Later than any change of a chart. */
const EVER = '9999-12-31';

/**
 * The entry that takes back another: its mirror line by line, each line of before a change of the chart on
 * the account to which that carried its balance.
 * @throws DomainError `reversal.*`, `ledger.entryUnknown`
 */
export async function reversalEntry(
  tx: EntityManager,
  { charts, reading }: Registers,
  { collectiveId, reversal }: { readonly collectiveId: string; readonly reversal: ReversalAsked },
): Promise<JournalEntry> {
  const { entryId, postedOn, summary } = reversal;
  const booked = await reading.requireEntry(collectiveId, entryId, tx);
  const mirror = reversalOf(
    {
      ...booked,
      isReversal: booked.reversesId !== undefined,
      isReversed: booked.reversedById !== undefined,
    },
    { event: 'ledger.reversed', postedOn, summary },
  );
  const books = await requireBooks(tx, collectiveId);
  const chart = charts.requireChart(books.chart, books.regionPath);
  const crossings =
    booked.chart === books.chart ? [] : await readCrossings(tx, charts, { collectiveId, ...books });
  const postings = crossedFrom(booked, mirror.postings, crossings);
  await requireNothingTurned(tx, collectiveId, { postings, chart, entryId, crossings });
  return { ...mirror, postings };
}

/**
 * The lines of an entry, or their mirror, on the accounts of now on which they are taken back.
 * @param crossings every change of the chart of these books
 * @throws DomainError `reversal.otherChart`
 */
export function crossedFrom(
  { postedOn }: Pick<Voucher, 'postedOn'>,
  postings: readonly Posting[],
  crossings: readonly Crossing[],
): Posting[] {
  return crossedPostings(postings, crossingsBetween(crossings, { from: postedOn, to: EVER }));
}
