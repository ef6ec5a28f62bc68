import type { EntityManager } from 'typeorm';
import { LARGE_TURNOVER } from '../../domain/ledger/books-bound';
import type { ChainedEntry } from '../../domain/ledger/hash-chain';
import type { MonthRow } from '../../domain/ledger/month-states';
import { type CalendarDay, monthOf } from '../../domain/calendar/calendar-day';
import { run, runAhead, runTogether, type Statement } from '../../platform/database/statements';

import { type BooksColumns, booksOf, type BooksRow } from './books-row.store';

export { run };

// Booking is the one hot path of the service, so it speaks SQL: one question, then everything that is
// written at once. Each statement is prepared once and names its collective.

/** What a booking asks of the books it goes into. */
export interface BookingPlace {
  readonly books: BooksRow;
  /** A held or sealed month takes no entry, nor one the books do not have yet. */
  readonly isMonthOpen: boolean;
  /** Whether an account at a bank was ever closed: most books ask no further. */
  readonly hasBankActs: boolean;
  /** Whether a month of an account is large: others are far from what a column holds. */
  readonly isLarge: boolean;
}

/** Where an entry of a day would go, asked in one question under the lock of its transaction. */
export async function findPlace(
  tx: EntityManager,
  collectiveId: string,
  day: CalendarDay,
): Promise<BookingPlace | undefined> {
  const rows = await run<
    BooksColumns & Record<'bank_acts' | 'large', number | null> & { month_state: string | null }
  >(
    tx,
    `SELECT b.chart, b.chart_from, b.region_path, b.opened_on, b.chain_length, b.chain_head,
       b.last_booked_at, b.settled, b.settled_before, b.voucher_numbers, m.state AS month_state,
       (SELECT MAX(a.number) FROM bank_account_acts a WHERE a.collective_id = b.collective_id) AS bank_acts,
       (SELECT COUNT(*) FROM ledger_turnovers t WHERE t.collective_id = b.collective_id
          AND ABS(t.debit_fen) + ABS(t.credit_fen) > ${LARGE_TURNOVER}) AS large
     FROM collective_books b
     LEFT JOIN ledger_months m ON m.collective_id = b.collective_id AND m.month = ?
     WHERE b.collective_id = ?`,
    [monthOf(day), collectiveId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    books: booksOf(row),
    isMonthOpen: row.month_state === 'open',
    hasBankActs: row.bank_acts !== null,
    isLarge: Number(row.large) > 0,
  };
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

/** Months enter the books, open. */
export async function insertOpenMonths(
  tx: EntityManager,
  collectiveId: string,
  opened: { readonly months: readonly string[]; readonly by: string; readonly at: string },
): Promise<void> {
  const rows = opened.months.map((month) => [collectiveId, month, 'open', opened.by, opened.at]);
  await runTogether(tx, openingMonths(rows));
}

/** An entry with the hash that links it to the one before. */
export interface LinkedEntry {
  readonly entry: ChainedEntry;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * Writes entries with their lines, turnovers and, last, their numbers and places in the chain.
 * @param numbersBefore the last voucher number of each year before them
 */
export async function insertEntries(
  tx: EntityManager,
  numbersBefore: BooksRow['voucherNumbers'],
  entries: readonly LinkedEntry[],
): Promise<void> {
  const last = entries.at(-1);
  if (last === undefined) return;
  const booked = entries.map(({ entry }) => entry);
  const numbers = { ...numbersBefore };
  for (const { voucher } of booked) numbers[voucher.year] = voucher.number;
  const rows = [
    ...insertingEntries(entries.map(entryRow)),
    ...insertingLines(booked.flatMap(lineRows)),
    ...addingTurnovers(turnoverRows(booked)),
  ];
  // Once the rows are there the chain takes them in: the database holds it against them.
  const chain = {
    sql: `UPDATE collective_books SET chain_length = ?, chain_head = ?, last_booked_at = ?,
            voucher_numbers = ?
          WHERE collective_id = ?`,
    values: [
      ...[last.entry.position, last.hash, last.entry.bookedAt, JSON.stringify(numbers)],
      last.entry.collectiveId,
    ],
  };
  await runAhead(tx, [rows, [chain]]);
}

type Row = readonly unknown[];

/** So many rows go into one statement at most; there is one prepared statement for each count. */
const ROWS_TOGETHER = 50;

/** Statements that insert rows of so many columns. */
export function inserting(
  into: string,
  columns: number,
  onConflict = '',
): (rows: readonly Row[]) => Statement[] {
  const placeholders = `(${Array(columns).fill('?').join(', ')})`;
  const texts = Array.from(
    { length: ROWS_TOGETHER + 1 },
    (_, count) => `INSERT INTO ${into} VALUES ${Array(count).fill(placeholders).join(', ')} ${onConflict}`,
  );
  return (rows) => {
    const statements: Statement[] = [];
    for (let first = 0; first < rows.length; first += ROWS_TOGETHER) {
      const together = rows.slice(first, first + ROWS_TOGETHER);
      const values: unknown[] = [];
      for (const row of together) values.push(...row);
      statements.push({ sql: texts[together.length] ?? '', values });
    }
    return statements;
  };
}

const insertingEntries = inserting(
  `ledger_entries (collective_id, id, chain_position, voucher_year, voucher_number, event, posted_on,
     booked_at, about_period, statement_on, chart, summary, source_kind, source_id, prepared_by, reverses_id,
     reason, previous_hash, hash, canonical, attachments, reviewed_by, posted_by)`,
  23,
);

const insertingLines = inserting(
  `ledger_lines (collective_id, entry_id, line_number, ledger_account, side, amount_fen, pool, pool_flow,
     asset_id, stream, generation_month, counterparty, plan_line_id, statement_on)`,
  14,
);

const openingMonths = inserting('ledger_months (collective_id, month, state, changed_by, changed_at)', 5);

/** What each account and pool turned over on either side, by month. */
const addingTurnovers = inserting(
  'ledger_turnovers (collective_id, month, ledger_account, pool, debit_fen, credit_fen)',
  6,
  `ON CONFLICT (collective_id, month, ledger_account, pool) DO UPDATE SET
     debit_fen = ledger_turnovers.debit_fen + excluded.debit_fen,
     credit_fen = ledger_turnovers.credit_fen + excluded.credit_fen`,
);

function entryRow({ entry, previousHash, hash }: LinkedEntry): Row {
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
    previousHash,
    hash,
    entry.canonical,
    entry.attachments ?? 0,
    entry.reviewedBy ?? null,
    entry.postedBy ?? entry.preparedBy,
  ];
}

function lineRows(entry: ChainedEntry): Row[] {
  return entry.postings.map((posting, index) => [
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
}

function turnoverRows(entries: readonly ChainedEntry[]): Row[] {
  const sums = new Map<string, { readonly key: Row; debit: bigint; credit: bigint }>();
  for (const { collectiveId, postedOn, postings } of entries) {
    const month = monthOf(postedOn);
    for (const { ledgerAccount, pool, side, amount } of postings) {
      const name = `${month} ${ledgerAccount} ${pool}`;
      const key = [collectiveId, month, ledgerAccount, pool];
      const sum = sums.get(name) ?? { key, debit: 0n, credit: 0n };
      sum[side] += amount;
      sums.set(name, sum);
    }
  }
  return [...sums.values()].map(({ key, debit, credit }) => [...key, debit, credit]);
}
