import type { EntityManager } from 'typeorm';
import { type Month, yearOf } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import type { Crossing } from '../../domain/ledger/crossing';
import type { JournalEntry } from '../../domain/ledger/journal-entry';
import { movedToEarlierYear, wornMonthOf } from '../../domain/ledger/prior-year-move';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { yearEndSummaries } from '../../glossary/voucher-summaries-yearend';
import { voucherNumberText } from '../../glossary/voucher-summaries';
import { LedgerEntryEntity } from './ledger-entry.entity';
import { requireNotCoveredNow } from './covered-losses.store';
import { requireNoneWaits } from './waiting-reentries.store';

/** The voucher that moved an entry's income and expense to an earlier year. */
export interface PriorYearMove {
  readonly entryId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  /** A month of the year that they are of. */
  readonly aboutPeriod: Month;
}

/** An entry just booked that may be of an earlier year. */
interface LateEntry extends Pick<JournalEntry, 'postedOn' | 'aboutPeriod' | 'postings' | 'source'> {
  /** A month of the earlier year of the entry whose place it takes. */
  readonly ofEarlier: Month | undefined;
  readonly booked: { readonly entryId: string; readonly voucherNumber: number };
}

/** The move that was booked with an entry: it stands right behind it. */
export async function findMove(
  db: EntityManager,
  collectiveId: string,
  entry: { readonly entryId: string; readonly chainPosition: number },
): Promise<PriorYearMove | undefined> {
  const chainPosition = entry.chainPosition + 1;
  const next = await db.findOneBy(LedgerEntryEntity, { collectiveId, chainPosition });
  const isOf = next?.sourceKind === PRIOR_YEAR.move && next.sourceId === entry.entryId;
  if (!isOf) return undefined;
  const { id: entryId, voucherYear, voucherNumber, aboutPeriod } = next;
  return { entryId, voucherYear, voucherNumber, aboutPeriod };
}

/** Whether an entry may be of an earlier year than it is booked in: most are not, and nothing is asked. */
export function isLate(
  { postedOn, aboutPeriod }: Pick<JournalEntry, 'postedOn' | 'aboutPeriod'>,
  ofEarlier: Month | undefined,
): boolean {
  return ofEarlier !== undefined || yearOf(aboutPeriod) < yearOf(postedOn);
}

/**
 * The move that goes with an entry of an earlier year: of one entered anew, or of what an asset lost in it;
 * none where nothing of it is income or expense. What is late and new is this year's.
 * @throws DomainError `reversal.lossCovered`, `reentry.waits`
 */
export async function moveFor(
  tx: EntityManager,
  collectiveId: string,
  {
    entry,
    chart,
    crossings,
  }: {
    readonly entry: LateEntry;
    readonly chart: Chart;
    readonly crossings: readonly Crossing[];
  },
): Promise<JournalEntry | undefined> {
  const { postedOn, booked } = entry;
  if (entry.ofEarlier === undefined) await requireNoneWaits(tx, collectiveId, { entry, chart, crossings });
  const month = entry.ofEarlier ?? wornMonthOf(entry, chart);
  const postings = month === undefined ? [] : movedToEarlierYear(entry.postings, chart);
  if (month === undefined || postings.length === 0) return undefined;
  const year = yearOf(month);
  await requireNotCoveredNow(tx, collectiveId, { postings, chart, year });
  return {
    event: 'ledger.movedToEarlierYear',
    ...{ postedOn, aboutPeriod: month, statementOn: postedOn },
    summary: yearEndSummaries.movedToEarlierYear(voucherNumberText(booked.voucherNumber), year),
    source: { kind: PRIOR_YEAR.move, id: booked.entryId },
    postings,
  };
}
