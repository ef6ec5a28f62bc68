import type { EntityManager } from 'typeorm';
import type { ChainedEntry } from '../../domain/ledger/hash-chain';
import type { Posting } from '../../domain/ledger/journal-entry';
import type { MonthRow, MonthState } from '../../domain/ledger/month-states';
import { type CalendarDay, type Month, monthOf } from '../../domain/calendar/calendar-day';
import { engineOf, placeholdersFor } from '../../platform/database/engine';

// Booking is the one hot path of the service, so it speaks SQL: each statement is prepared once and names
// its collective.

/** Where a collective's chain stands, read under the lock its transaction already holds. */
export interface BooksRow {
  readonly chart: string;
  /** Region codes of the collective, nearest first: its county's detail accounts hang on them. */
  readonly regionPath: readonly string[];
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
    `SELECT chart, region_path, opened_on, chain_length, chain_head, last_booked_at, settled
     FROM collective_books WHERE collective_id = ?`,
    [collectiveId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    chart: row.chart,
    regionPath: readRegions(row.region_path),
    openedOn: row.opened_on,
    chainLength: row.chain_length,
    chainHead: row.chain_head,
    lastBookedAt: row.last_booked_at,
    settledTo: readSettled(row.settled),
  };
}

/** What this program wrote itself, read back. */
const readSettled: (text: string) => BooksRow['settledTo'] = JSON.parse;
const readRegions: (text: string) => string[] = JSON.parse;

interface BooksColumns {
  readonly chart: string;
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

/** Whether a month takes entries; a held or sealed one does not, nor one the books do not have yet. */
export async function isMonthOpen(db: EntityManager, collectiveId: string, month: Month): Promise<boolean> {
  const rows = await run<{ state: MonthState }>(
    db,
    'SELECT state FROM ledger_months WHERE collective_id = ? AND month = ?',
    [collectiveId, month],
  );
  return rows[0]?.state === 'open';
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

export async function insertEntry(
  tx: EntityManager,
  entry: ChainedEntry,
  link: { readonly previousHash: string; readonly hash: string },
): Promise<void> {
  await run(
    tx,
    `INSERT INTO ledger_entries (collective_id, id, chain_position, voucher_year, voucher_number, event,
       posted_on, booked_at, about_period, statement_on, chart, summary, source_kind, source_id, prepared_by,
       reverses_id, reason, previous_hash, hash, canonical, attachments, reviewed_by, posted_by)
     VALUES ${rowsOf(23, 1)}`,
    [
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
      link.previousHash,
      link.hash,
      entry.canonical,
      entry.attachments ?? 0,
      entry.reviewedBy ?? null,
      entry.postedBy ?? entry.preparedBy,
    ],
  );
  await insertLines(tx, entry);
  await keepTurnovers(tx, entry);
  await run(
    tx,
    `UPDATE collective_books SET chain_length = ?, chain_head = ?, last_booked_at = ?
     WHERE collective_id = ?`,
    [entry.position, link.hash, entry.bookedAt, entry.collectiveId],
  );
}

/** All lines of an entry in one statement; there is one prepared statement per count of lines. */
async function insertLines(tx: EntityManager, entry: ChainedEntry): Promise<void> {
  const values = entry.postings.flatMap((posting, index) => [
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
  ]);
  await run(
    tx,
    `INSERT INTO ledger_lines (collective_id, entry_id, line_number, ledger_account, side, amount_fen,
       pool, pool_flow, asset_id, stream, generation_month, counterparty, plan_line_id, statement_on)
     VALUES ${rowsOf(14, entry.postings.length)}`,
    values,
  );
}

/** Moves the turnovers of the entry's month: what each account and pool turned over on either side. */
async function keepTurnovers(tx: EntityManager, entry: ChainedEntry): Promise<void> {
  const turnovers = turnoversOf(entry.postings);
  const month = monthOf(entry.postedOn);
  await run(
    tx,
    `INSERT INTO ledger_turnovers (collective_id, month, ledger_account, pool, debit_fen, credit_fen)
     VALUES ${rowsOf(6, turnovers.length)}
     ON CONFLICT (collective_id, month, ledger_account, pool) DO UPDATE SET
       debit_fen = ledger_turnovers.debit_fen + excluded.debit_fen,
       credit_fen = ledger_turnovers.credit_fen + excluded.credit_fen`,
    turnovers.flatMap(({ ledgerAccount, pool, debit, credit }) => [
      entry.collectiveId,
      month,
      ledgerAccount,
      pool,
      debit,
      credit,
    ]),
  );
}

interface PoolTurnover {
  readonly ledgerAccount: string;
  readonly pool: string;
  readonly debit: bigint;
  readonly credit: bigint;
}

function turnoversOf(postings: readonly Posting[]): PoolTurnover[] {
  const turnovers = new Map<string, PoolTurnover>();
  for (const { ledgerAccount, pool, side, amount } of postings) {
    const key = `${ledgerAccount} ${pool}`;
    const { debit, credit } = turnovers.get(key) ?? { debit: 0n, credit: 0n };
    turnovers.set(key, {
      ledgerAccount,
      pool,
      debit: side === 'debit' ? debit + amount : debit,
      credit: side === 'credit' ? credit + amount : credit,
    });
  }
  return [...turnovers.values()];
}

function rowsOf(columns: number, rows: number): string {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  return Array(rows).fill(row).join(', ');
}

/** Runs one statement with `?` placeholders on either engine. */
export function run<Row>(db: EntityManager, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return db.query<Row[]>(placeholdersFor(engineOf(db.dataSource), sql), [...values]);
}
