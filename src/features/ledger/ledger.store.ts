import type { EntityManager } from 'typeorm';
import type { ChainedEntry } from '../../domain/ledger/hash-chain';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { MonthRow } from '../../domain/ledger/month-states';
import { type CalendarDay, type Month, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { run, runTogether, type Statement } from '../../platform/database/statements';

export { run };

// Booking is the one hot path of the service, so it speaks SQL: one question, then everything that is
// written at once. Each statement is prepared once and names its collective.

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
  /** The last day settled by a distribution, by pool: no new fact counts on it or before. */
  readonly settledTo: Readonly<Record<string, CalendarDay>>;
}

export async function readBooks(db: EntityManager, collectiveId: string): Promise<BooksRow | undefined> {
  const rows = await run<BooksColumns>(
    db,
    `SELECT chart, chart_from, region_path, opened_on, chain_length, chain_head, last_booked_at, settled
     FROM collective_books WHERE collective_id = ?`,
    [collectiveId],
  );
  return rows[0] === undefined ? undefined : booksOf(rows[0]);
}

function booksOf(row: BooksColumns): BooksRow {
  return {
    chart: row.chart,
    chartFrom: row.chart_from,
    regionPath: readRegions(row.region_path),
    openedOn: row.opened_on,
    chainLength: row.chain_length,
    chainHead: row.chain_head,
    lastBookedAt: row.last_booked_at,
    settledTo: readSettled(row.settled),
  };
}

/** What a booking asks of the books it goes into. */
export interface BookingPlace {
  readonly books: BooksRow;
  /** A held or sealed month takes no entry, nor one the books do not have yet. */
  readonly isMonthOpen: boolean;
  /** The last voucher number of the year; the next one is its successor. */
  readonly lastVoucher: number;
}

/** Where an entry of a day would go, asked in one question under the lock of its transaction. */
export async function findPlace(
  tx: EntityManager,
  collectiveId: string,
  day: CalendarDay,
): Promise<BookingPlace | undefined> {
  const rows = await run<BooksColumns & { month_state: string | null; last_voucher: number | null }>(
    tx,
    `SELECT b.chart, b.region_path, b.opened_on, b.chain_length, b.chain_head, b.last_booked_at, b.settled,
       m.state AS month_state, c.last_number AS last_voucher
     FROM collective_books b
     LEFT JOIN ledger_months m ON m.collective_id = b.collective_id AND m.month = ?
     LEFT JOIN number_counters c ON c.collective_id = b.collective_id AND c.series = 'voucher' AND c.year = ?
     WHERE b.collective_id = ?`,
    [monthOf(day), yearOf(day), collectiveId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    books: booksOf(row),
    isMonthOpen: row.month_state === 'open',
    lastVoucher: row.last_voucher ?? 0,
  };
}

/** What this program wrote itself, read back. */
const readSettled: (text: string) => BooksRow['settledTo'] = JSON.parse;
const readRegions: (text: string) => string[] = JSON.parse;

interface BooksColumns {
  readonly chart: string;
  readonly chart_from: string;
  readonly region_path: string;
  readonly opened_on: string;
  readonly chain_length: number;
  readonly chain_head: string;
  readonly last_booked_at: string;
  readonly settled: string;
}

export function readMonths(db: EntityManager, collectiveId: string): Promise<MonthRow[]> {
  return run<MonthRow>(
    db,
    `SELECT m.month, CASE WHEN s.month IS NULL THEN m.state ELSE 'sealed' END AS state
     FROM ledger_months m LEFT JOIN month_seals s ON s.collective_id = m.collective_id AND s.month = m.month
     WHERE m.collective_id = ? ORDER BY m.month`,
    [collectiveId],
  );
}

/** Takes the next number of a series and year, without gaps: the counter is a row of the books. */
export async function takeNumber(
  tx: EntityManager,
  collectiveId: string,
  series: { name: string; year: number },
): Promise<number> {
  const rows = await run<{ last_number: number }>(
    tx,
    `INSERT INTO number_counters (collective_id, series, year, last_number) VALUES (?, ?, ?, 1)
     ON CONFLICT (collective_id, series, year) DO UPDATE SET last_number = number_counters.last_number + 1
     RETURNING last_number`,
    [collectiveId, series.name, series.year],
  );
  return rows[0]?.last_number ?? 0;
}

/** An entry with the hash that links it to the one before. */
export interface LinkedEntry extends ChainedEntry {
  readonly previousHash: string;
  readonly hash: string;
}

/** Writes an entry with its lines, its number, its turnovers and, last, its place in the chain. */
export async function insertEntry(tx: EntityManager, entry: LinkedEntry): Promise<void> {
  await runTogether(tx, [
    entriesStatement([entry]),
    linesStatement([entry]),
    turnoversStatement(entry.collectiveId, turnoversOf([entry])),
    {
      sql: `INSERT INTO number_counters (collective_id, series, year, last_number) VALUES (?, 'voucher', ?, ?)
            ON CONFLICT (collective_id, series, year) DO UPDATE SET last_number = excluded.last_number`,
      values: [entry.collectiveId, entry.voucher.year, entry.voucher.number],
    },
    {
      sql: `UPDATE collective_books SET chain_length = ?, chain_head = ?, last_booked_at = ?
            WHERE collective_id = ?`,
      values: [entry.position, entry.hash, entry.bookedAt, entry.collectiveId],
    },
  ]);
}

function entriesStatement(entries: readonly LinkedEntry[]): Statement {
  const sql = `INSERT INTO ledger_entries (collective_id, id, chain_position, voucher_year, voucher_number,
      event, posted_on, booked_at, about_period, statement_on, chart, summary, source_kind, source_id,
      prepared_by, reverses_id, reason, previous_hash, hash, canonical, attachments, reviewed_by, posted_by)
    VALUES ${rowsOf(23, entries.length)}`;
  return { sql, values: entries.flatMap(entryValues) };
}

function entryValues(entry: LinkedEntry): unknown[] {
  return [
    entry.collectiveId,
    entry.entryId,
    entry.position,
    entry.voucher.year,
    entry.voucher.number,
    entry.event,
    entry.postedOn,
    entry.bookedAt,
    entry.aboutPeriod,
    entry.statementOn,
    entry.chart,
    entry.summary,
    entry.source.kind,
    entry.source.id,
    entry.preparedBy,
    entry.reversesId ?? null,
    entry.reason ?? null,
    entry.previousHash,
    entry.hash,
    entry.canonical,
    entry.attachments ?? 0,
    entry.reviewedBy ?? null,
    entry.postedBy ?? entry.preparedBy,
  ];
}

/** All lines in one statement; there is one prepared statement per count of lines. */
function linesStatement(entries: readonly LinkedEntry[]): Statement {
  const values = entries.flatMap((entry) =>
    entry.postings.flatMap((posting, index) => [
      entry.collectiveId,
      entry.entryId,
      index + 1,
      posting.ledgerAccount,
      posting.side,
      posting.amount,
      posting.pool,
      posting.poolFlow ?? null,
      posting.assetId ?? null,
      posting.stream ?? null,
      posting.generationMonth ?? null,
      posting.counterparty ?? null,
      posting.planLineId ?? null,
      entry.statementOn,
    ]),
  );
  const sql = `INSERT INTO ledger_lines (collective_id, entry_id, line_number, ledger_account, side,
      amount_fen, pool, pool_flow, asset_id, stream, generation_month, counterparty, plan_line_id,
      statement_on)
    VALUES ${rowsOf(14, values.length / 14)}`;
  return { sql, values };
}

/** Moves the turnovers: what each account and pool turned over on either side, by month. */
function turnoversStatement(collectiveId: string, turnovers: readonly PoolTurnover[]): Statement {
  return {
    sql: `INSERT INTO ledger_turnovers (collective_id, month, ledger_account, pool, debit_fen, credit_fen)
      VALUES ${rowsOf(6, turnovers.length)}
      ON CONFLICT (collective_id, month, ledger_account, pool) DO UPDATE SET
        debit_fen = ledger_turnovers.debit_fen + excluded.debit_fen,
        credit_fen = ledger_turnovers.credit_fen + excluded.credit_fen`,
    values: turnovers.flatMap(({ month, ledgerAccount, pool, debit, credit }) => [
      collectiveId,
      month,
      ledgerAccount,
      pool,
      debit,
      credit,
    ]),
  };
}

interface PoolTurnover {
  readonly month: Month;
  readonly ledgerAccount: string;
  readonly pool: Pool;
  debit: bigint;
  credit: bigint;
}

function turnoversOf(entries: readonly LinkedEntry[]): PoolTurnover[] {
  const turnovers = new Map<string, PoolTurnover>();
  for (const { postedOn, postings } of entries) {
    const month = monthOf(postedOn);
    for (const { ledgerAccount, pool, side, amount } of postings) {
      const key = `${month} ${ledgerAccount} ${pool}`;
      const turnover = turnovers.get(key) ?? { month, ledgerAccount, pool, debit: 0n, credit: 0n };
      turnover[side] += amount;
      turnovers.set(key, turnover);
    }
  }
  return [...turnovers.values()];
}

function rowsOf(columns: number, rows: number): string {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  return Array(rows).fill(row).join(', ');
}
