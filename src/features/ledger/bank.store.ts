import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import type { BooksScope } from '../../domain/ledger/bank-account';
import { pointedTo, type PointedLine } from '../../domain/ledger/kept-bank';
import { type Fen, sumFen } from '../../domain/money/fen';
import { LINES_OF_ENTRIES, LINES_OF_THEM } from './balances.store';
import { run } from './ledger.store';

/** A voucher's line on the account of the books that a bank account mirrors. Fen; in above zero. */
export interface BooksLine {
  /** `<entry>:<line>`. */
  readonly id: string;
  readonly entryId: string;
  readonly entryLine: number;
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly text: string;
  readonly counterparty: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly reversesId: string | undefined;
  /** Whether the books were opened with it. */
  readonly isOpening: boolean;
}

interface BooksLineRow {
  readonly entry_id: string;
  readonly line_number: number;
  readonly side: string;
  readonly amount_fen: string | number;
  readonly counterparty: string | null;
  readonly posted_on: string;
  readonly summary: string;
  readonly voucher_year: number;
  readonly voucher_number: number;
  readonly reverses_id: string | null;
  readonly source_kind: string;
}

/** How a line of the books is named on pages and in forms. */
export function booksLineId(entryId: string, entryLine: number): string {
  return `${entryId}:${String(entryLine)}`;
}

/** @param of the table's short name with its dot, where the statement has one */
function scopeOf({ ledgerAccount, pool }: BooksScope, of = ''): { where: string; values: string[] } {
  const account = `(${of}ledger_account = ? OR ${of}ledger_account LIKE ?)`;
  const values = [ledgerAccount, `${ledgerAccount}%`];
  return pool === null
    ? { where: account, values }
    : { where: `${account} AND ${of}pool = ?`, values: [...values, pool] };
}

/**
 * The lines of the scope from the year before a day on, by day and voucher: what was booked still earlier and
 * has not reached the bank in a year is no longer on its way.
 */
export async function readBooksLines(
  db: EntityManager,
  collectiveId: string,
  asked: { readonly scope: BooksScope; readonly from: CalendarDay },
): Promise<BooksLine[]> {
  const { where, values } = scopeOf(asked.scope, 'l.');
  const rows = await run<BooksLineRow>(
    db,
    `SELECT l.entry_id, l.line_number, l.side, l.amount_fen, e.posted_on, e.summary, e.voucher_year,
       e.voucher_number, e.reverses_id, e.source_kind,
       (SELECT MIN(c.counterparty) FROM ledger_lines c
        WHERE c.collective_id = e.collective_id AND c.entry_id = e.id) AS counterparty
     FROM ${LINES_OF_ENTRIES}
     WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND e.voucher_year >= ? AND ${where}
     ORDER BY e.posted_on, e.voucher_year, e.voucher_number, l.line_number`,
    [collectiveId, yearOf(asked.from) - 1, ...values],
  );
  return rows.map((row) => ({
    id: booksLineId(row.entry_id, row.line_number),
    entryId: row.entry_id,
    entryLine: row.line_number,
    on: row.posted_on,
    amount: row.side === 'debit' ? BigInt(row.amount_fen) : -BigInt(row.amount_fen),
    text: row.summary,
    // The opening names many, each on its own line: its money is nobody's.
    counterparty: row.source_kind === 'opening' ? '' : (row.counterparty ?? ''),
    voucherYear: row.voucher_year,
    voucherNumber: row.voucher_number,
    reversesId: row.reverses_id ?? undefined,
    isOpening: row.source_kind === 'opening',
  }));
}

/** What the scope stood at before the lines that {@link readBooksLines} lists, from the turnovers. */
export async function readBooksBefore(
  db: EntityManager,
  collectiveId: string,
  asked: { readonly scope: BooksScope; readonly from: CalendarDay },
): Promise<Fen> {
  const { where, values } = scopeOf(asked.scope);
  const rows = await run<{ balance: string | null }>(
    db,
    `SELECT CAST(SUM(debit_fen - credit_fen) AS TEXT) AS balance FROM ledger_turnovers
     WHERE collective_id = ? AND month < ? AND ${where}`,
    [collectiveId, `${String(yearOf(asked.from) - 1)}-01`, ...values],
  );
  return BigInt(rows[0]?.balance ?? '0');
}

/** Account and pool of lines of the scope after a day, each with its first day then; the first first. */
export function readBooksAfter(
  db: EntityManager,
  collectiveId: string,
  { scope, day }: { readonly scope: BooksScope; readonly day: CalendarDay },
): Promise<{ ledgerAccount: string; pool: string; on: CalendarDay }[]> {
  const { where, values } = scopeOf(scope, 'l.');
  return run(
    db,
    `SELECT l.ledger_account AS "ledgerAccount", l.pool, MIN(e.posted_on) AS "on" FROM ${LINES_OF_ENTRIES}
     WHERE e.collective_id = ? AND ${LINES_OF_THEM} AND e.voucher_year >= ? AND e.posted_on > ? AND ${where}
     GROUP BY l.ledger_account, l.pool ORDER BY MIN(e.posted_on)`,
    [collectiveId, yearOf(day), day, ...values],
  );
}

/** What the scope stood at when a day had ended. */
export async function readBooksOn(
  db: EntityManager,
  collectiveId: string,
  { scope, day }: { readonly scope: BooksScope; readonly day: CalendarDay },
): Promise<Fen> {
  const before = await readBooksBefore(db, collectiveId, { scope, from: day });
  const lines = await readBooksLines(db, collectiveId, { scope, from: day });
  return before + sumFen(lines.filter(({ on }) => on <= day).map(({ amount }) => amount));
}

/** The lines of the books that matches and explanations point to, by their name. */
export async function readPointedLines(
  db: EntityManager,
  collectiveId: string,
): Promise<Map<string, PointedLine>> {
  const rows = await run<PointedRow>(
    db,
    `SELECT l.entry_id, l.line_number, l.ledger_account, l.pool, l.side,
       CAST(l.amount_fen AS TEXT) AS amount
     FROM ledger_lines l WHERE l.collective_id = ? AND l.entry_id IN (
       SELECT entry_id FROM bank_match_lines WHERE collective_id = ? AND entry_id IS NOT NULL
       UNION SELECT entry_id FROM bank_explanations WHERE collective_id = ? AND entry_id IS NOT NULL)`,
    [collectiveId, collectiveId, collectiveId],
  );
  return new Map(
    rows.map((row) => [
      pointedTo({ bankLineId: null, entryId: row.entry_id, entryLine: row.line_number }),
      {
        ledgerAccount: row.ledger_account,
        pool: row.pool,
        amount: row.side === 'debit' ? BigInt(row.amount) : -BigInt(row.amount),
      },
    ]),
  );
}

interface PointedRow {
  readonly entry_id: string;
  readonly line_number: number;
  readonly ledger_account: string;
  readonly pool: string;
  readonly side: string;
  readonly amount: string;
}
