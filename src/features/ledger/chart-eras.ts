import type { EntityManager } from 'typeorm';
import { addMonths, type CalendarDay, type Month, monthOf } from '../../domain/calendar/calendar-day';
import type { ChartVersion } from '../../domain/ledger/chart';
import { type BooksRow } from './books-row.store';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from './ledger.store';

/** The months during which a collective's books were kept under one chart; both included. */
export interface ChartEra {
  readonly chart: ChartVersion;
  readonly first: Month;
  readonly last: Month;
}

/** A change of the chart with its two vouchers; absent where nothing stood in the books. */
export interface ChartCarried {
  /** The first day of the new chart: the one voucher stands on the day before, the other on this one. */
  readonly validFrom: CalendarDay;
  /** The chart that held until then. */
  readonly fromChart: ChartVersion;
  readonly outId: string | undefined;
  readonly intoId: string | undefined;
}

/** The changes of the chart with the vouchers that carried balances from one to the next, oldest first. */
export async function readChartCarried(db: EntityManager, collectiveId: string): Promise<ChartCarried[]> {
  return (await readManyCarried(db, [collectiveId])).get(collectiveId) ?? [];
}

/** The same of several collectives, by id; nothing of those whose chart never changed. */
export async function readManyCarried(
  db: EntityManager,
  collectiveIds: readonly string[],
): Promise<ReadonlyMap<string, ChartCarried[]>> {
  const found = new Map<string, ChartCarried[]>();
  for (const ids of inGroups(collectiveIds)) {
    const rows = await run<{
      collective_id: string;
      valid_from: CalendarDay;
      from_chart: ChartVersion;
      closing_entry_id: string | null;
      opening_entry_id: string | null;
    }>(
      db,
      `SELECT collective_id, valid_from, from_chart, closing_entry_id, opening_entry_id FROM chart_changes
       WHERE collective_id IN (${placeholders(ids)}) ORDER BY collective_id, valid_from`,
      ids,
    );
    for (const row of rows) {
      const own = found.get(row.collective_id) ?? [];
      own.push({
        validFrom: row.valid_from,
        fromChart: row.from_chart,
        outId: row.closing_entry_id ?? undefined,
        intoId: row.opening_entry_id ?? undefined,
      });
      found.set(row.collective_id, own);
    }
  }
  return found;
}

/**
 * The vouchers the books were opened with, where they were. One that was replaced stands among them with what
 * took it back: the two count nothing, and neither is a movement of the books. The kind stands in the text so
 * that the index of these vouchers answers: a trial balance is as dear after ten years as after one.
 */
export async function readOpeningEntries(db: EntityManager, collectiveId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    db,
    `SELECT id FROM ledger_entries WHERE collective_id = ? AND source_kind = 'opening'
     ORDER BY chain_position`,
    [collectiveId],
  );
  return rows.map(({ id }) => id);
}

/** The vouchers that take the balances out on the eve of a chart that holds only after a day. */
export function takenOutAfter(carried: readonly ChartCarried[], on: CalendarDay): string[] {
  return carried.flatMap(({ validFrom, outId }) => (validFrom > on && outId !== undefined ? [outId] : []));
}

const BEFORE_ALL = '0000-01';
const AFTER_ALL = '9999-12';

/** The charts of a collective's books; see {@link erasOf}. */
export async function readEras(
  db: EntityManager,
  collectiveId: string,
  books: Pick<BooksRow, 'chart'>,
): Promise<ChartEra[]> {
  return erasOf(await readChartCarried(db, collectiveId), books);
}

/**
 * The charts of a collective's books, oldest first, so that a code is always read under the chart it was
 * booked under: a chart changes on a 1 January, and on the day before all still stands on the old one.
 */
export function erasOf(changes: readonly ChartCarried[], books: Pick<BooksRow, 'chart'>): ChartEra[] {
  let first: Month = BEFORE_ALL;
  const eras = changes.map(({ validFrom, fromChart }) => {
    const era = { chart: fromChart, first, last: addMonths(monthOf(validFrom), -1) };
    first = monthOf(validFrom);
    return era;
  });
  return [...eras, { chart: books.chart, first, last: AFTER_ALL }];
}

/** The era a day lies in. */
export function eraOn(eras: readonly ChartEra[], day: CalendarDay): ChartEra | undefined {
  return eras.find((era) => monthOf(day) >= era.first && monthOf(day) <= era.last);
}

/** The months asked for as an era sees them: what was carried into it stands before its first month. */
export function monthsWithin(
  { first }: Pick<ChartEra, 'first'>,
  months: { readonly first: Month; readonly last: Month },
): { readonly first: Month; readonly last: Month } {
  return { ...months, first: months.first > first ? months.first : first };
}
