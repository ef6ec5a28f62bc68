import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { SpoiltCell } from '../../domain/ledger/check-rows';
import { DomainError } from '../../domain/shared/domain-error';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';

/** Where a collective's chain stands, read under the lock its transaction already holds. */
export interface BooksRow {
  readonly chart: string;
  /** Region codes of the collective, nearest first: its county's detail accounts hang on them. */
  readonly regionPath: readonly string[];
  /** The day from which the chart holds; empty where it always did. */
  readonly chartFrom: CalendarDay;
  readonly openedOn: string;
  readonly chainLength: number;
  readonly chainHead: string;
  /** When the last entry was booked; empty before the first. */
  readonly lastBookedAt: string;
  /** The last voucher number of each year in which there are vouchers. */
  readonly voucherNumbers: Readonly<Record<string, number>>;
  /** The last day settled by a distribution, by pool: no new fact counts on it or before. */
  readonly settledTo: Readonly<Record<string, CalendarDay>>;
  /** The last day of the settled period before that, by pool: a correction may not reach so far back. */
  readonly settledBefore: Readonly<Record<string, CalendarDay>>;
}

export async function readBooks(db: EntityManager, collectiveId: string): Promise<BooksRow | undefined> {
  const row = await readColumns(db, collectiveId);
  return row === undefined ? undefined : booksOf(row);
}

/** The same, which is there. @throws DomainError `collective.unknown` */
export async function requireBooks(db: EntityManager, collectiveId: string): Promise<BooksRow> {
  const books = await readBooks(db, collectiveId);
  if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
  return books;
}

/** The rows of several collectives, by id. */
export async function readManyBooks(
  db: EntityManager,
  collectiveIds: readonly string[],
): Promise<ReadonlyMap<string, BooksRow>> {
  const found = new Map<string, BooksRow>();
  for (const ids of inGroups(collectiveIds)) {
    const rows = await run<BooksColumns & { readonly collective_id: string }>(
      db,
      `SELECT collective_id, ${COLUMNS} FROM collective_books WHERE collective_id IN (${placeholders(ids)})`,
      ids,
    );
    for (const row of rows) found.set(row.collective_id, booksOf(row));
  }
  return found;
}

const COLUMNS = `chart, chart_from, region_path, opened_on, chain_length, chain_head, last_booked_at, settled,
  settled_before, voucher_numbers`;

async function readColumns(db: EntityManager, collectiveId: string): Promise<BooksColumns | undefined> {
  const [row] = await run<BooksColumns>(
    db,
    `SELECT ${COLUMNS} FROM collective_books WHERE collective_id = ?`,
    [collectiveId],
  );
  return row;
}

/**
 * The row as a check reads it: a text in it that a hand has spoilt reads as empty and is named, so that the
 * check can go on. Whoever books on it is refused, see {@link readBooks}.
 */
export async function readBooksAsKept(
  db: EntityManager,
  collectiveId: string,
): Promise<{ readonly books: BooksRow; readonly spoilt: readonly SpoiltCell[] } | undefined> {
  const row = await readColumns(db, collectiveId);
  if (row === undefined) return undefined;
  const kept = { ...row };
  const spoilt = LISTS.flatMap(([cell, empty]) => {
    if (isLike(empty, row[cell])) return [];
    kept[cell] = empty;
    return [{ cell, value: row[cell] }];
  });
  return { books: booksOf(kept), spoilt };
}

/** The texts of the row that hold several things, and the empty one of each. */
const LISTS = [
  ['region_path', '[]'],
  ['settled', '{}'],
  ['settled_before', '{}'],
  ['voucher_numbers', '{}'],
] as const;

/** Whether a text is a list as the empty one is, or named values as that is. */
function isLike(empty: string, text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && Array.isArray(read) === (empty === '[]');
  } catch {
    return false;
  }
}

/** The row as it is read. */
export function booksOf(row: BooksColumns): BooksRow {
  return {
    chart: row.chart,
    chartFrom: row.chart_from,
    regionPath: readRegions(row.region_path),
    openedOn: row.opened_on,
    chainLength: row.chain_length,
    chainHead: row.chain_head,
    lastBookedAt: row.last_booked_at,
    voucherNumbers: readNumbers(row.voucher_numbers),
    settledTo: readSettled(row.settled),
    settledBefore: readSettled(row.settled_before),
  };
}

/** What this program wrote itself, read back. Most books have settled nothing yet. */
const readSettledDays: (text: string) => BooksRow['settledTo'] = JSON.parse;
const readSettled = (text: string): BooksRow['settledTo'] => (text === '{}' ? {} : readSettledDays(text));
const readRegions: (text: string) => string[] = JSON.parse;
const readNumbers: (text: string) => BooksRow['voucherNumbers'] = JSON.parse;

/** The columns of the row. */
export interface BooksColumns {
  readonly chart: string;
  readonly chart_from: string;
  readonly region_path: string;
  readonly opened_on: string;
  readonly chain_length: number;
  readonly chain_head: string;
  readonly last_booked_at: string;
  readonly settled: string;
  readonly settled_before: string;
  readonly voucher_numbers: string;
}

/** Begins the row of a collective's books: an empty chain. */
export async function insertBooks(
  tx: EntityManager,
  books: Pick<BooksRow, 'chart' | 'regionPath' | 'openedOn' | 'chainHead'> & {
    readonly collectiveId: string;
  },
): Promise<void> {
  await run(
    tx,
    `INSERT INTO collective_books
       (collective_id, chart, region_path, opened_on, chain_length, chain_head, last_booked_at, settled)
     VALUES (?, ?, ?, ?, 0, ?, '', '{}')`,
    [books.collectiveId, books.chart, JSON.stringify(books.regionPath), books.openedOn, books.chainHead],
  );
}

/** From a day on the books are kept under another chart. */
export async function changeChartOf(
  tx: EntityManager,
  collectiveId: string,
  { chart, from }: { readonly chart: string; readonly from: CalendarDay },
): Promise<void> {
  await run(tx, 'UPDATE collective_books SET chart = ?, chart_from = ? WHERE collective_id = ?', [
    ...[chart, from, collectiveId],
  ]);
}

/** A pool's days up to one are settled; what was the last settled day before it is kept, too. */
export async function settleDays(
  tx: EntityManager,
  collectiveId: string,
  { pool, to }: { readonly pool: string; readonly to: CalendarDay },
): Promise<void> {
  const { settledTo = {}, settledBefore = {} } = (await readBooks(tx, collectiveId)) ?? {};
  const last = settledTo[pool];
  const before = last === undefined ? settledBefore : { ...settledBefore, [pool]: last };
  await run(tx, 'UPDATE collective_books SET settled = ?, settled_before = ? WHERE collective_id = ?', [
    ...[JSON.stringify({ ...settledTo, [pool]: to }), JSON.stringify(before), collectiveId],
  ]);
}
