import { Injectable } from '@nestjs/common';
import { firstDayOf, lastDayOf, type Month, yearOf } from '../../domain/calendar/calendar-day';
import { readSoughtWords } from '../../domain/ledger/sought-words';
import type { Fen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { run } from './ledger.store';

/** Which vouchers are looked for. */
export interface VoucherSearch {
  readonly first: Month;
  readonly last: Month;
  /** A line on this account or on one that details it. */
  readonly account?: string | undefined;
  /** In the summary, the voucher's number, or the amount of one of its lines to the fen. */
  readonly text?: string | undefined;
  /** Only those nobody but their maker has looked over. */
  readonly unreviewed?: boolean;
}

/** A voucher as a list shows it. */
export interface ListedVoucher {
  readonly entryId: string;
  readonly voucherNumber: number;
  readonly postedOn: string;
  readonly aboutPeriod: Month;
  readonly summary: string;
  readonly amount: Fen;
  readonly isReversal: boolean;
  readonly isReversed: boolean;
  readonly isReviewed: boolean;
}

/** A page of what was found, with number and sum of all of it. */
export interface FoundVouchers {
  readonly items: readonly ListedVoucher[];
  readonly count: number;
  readonly total: Fen;
}

export const VOUCHERS_PER_PAGE = 50;

/** Finds vouchers: a page at a time, the latest first. */
@Injectable()
export class VoucherListService {
  constructor(private readonly database: Database) {}

  async findVouchers(collectiveId: string, search: VoucherSearch, page = 1): Promise<FoundVouchers> {
    const { where, values } = conditionOf(collectiveId, search);
    const db = this.database.reader;
    const [sum] = await run<{ count: string; total: string | null }>(
      db,
      `SELECT CAST(COUNT(DISTINCT e.id) AS TEXT) AS count, CAST(SUM(l.amount_fen) AS TEXT) AS total
       FROM ledger_entries e LEFT JOIN ledger_lines l
         ON l.collective_id = e.collective_id AND l.entry_id = e.id AND l.side = 'debit'
       WHERE ${where}`,
      values,
    );
    const rows = await run<ListedRow>(
      db,
      `SELECT e.id, e.voucher_number, e.posted_on, e.about_period, e.summary, e.reverses_id,
         (SELECT r.id FROM ledger_entries r
            WHERE r.collective_id = e.collective_id AND r.reverses_id = e.id) AS reversed_by,
         CASE WHEN ${UNREVIEWED} THEN 0 ELSE 1 END AS reviewed,
         (SELECT CAST(SUM(l.amount_fen) AS TEXT) FROM ledger_lines l
            WHERE l.collective_id = e.collective_id AND l.entry_id = e.id AND l.side = 'debit') AS amount
       FROM ledger_entries e WHERE ${where}
       ORDER BY e.voucher_year DESC, e.voucher_number DESC LIMIT ? OFFSET ?`,
      [...values, VOUCHERS_PER_PAGE, (page - 1) * VOUCHERS_PER_PAGE],
    );
    return { items: rows.map(listed), count: Number(sum?.count ?? 0), total: BigInt(sum?.total ?? 0) };
  }
}

const UNREVIEWED = `e.reviewed_by IS NULL AND NOT EXISTS (SELECT 1 FROM voucher_signatures s
  WHERE s.collective_id = e.collective_id AND s.entry_id = e.id AND s.part = 'review')`;

interface ListedRow {
  readonly id: string;
  readonly voucher_number: number;
  readonly posted_on: string;
  readonly about_period: string;
  readonly summary: string;
  readonly reverses_id: string | null;
  readonly reversed_by: string | null;
  readonly reviewed: number;
  readonly amount: string | null;
}

function listed(row: ListedRow): ListedVoucher {
  return {
    entryId: row.id,
    voucherNumber: row.voucher_number,
    postedOn: row.posted_on,
    aboutPeriod: row.about_period,
    summary: row.summary,
    amount: BigInt(row.amount ?? 0),
    isReversal: row.reverses_id !== null,
    isReversed: row.reversed_by !== null,
    isReviewed: row.reviewed === 1,
  };
}

function conditionOf(
  collectiveId: string,
  search: VoucherSearch,
): { where: string; values: (string | number)[] } {
  const { first, last, account, text, unreviewed } = search;
  const parts = ['e.collective_id = ?', 'e.voucher_year BETWEEN ? AND ?', 'e.posted_on BETWEEN ? AND ?'];
  const values: (string | number)[] = [
    collectiveId,
    yearOf(first),
    yearOf(last),
    firstDayOf(first),
    lastDayOf(last),
  ];
  if (account !== undefined) {
    parts.push(`EXISTS (SELECT 1 FROM ledger_lines a WHERE a.collective_id = e.collective_id
      AND a.entry_id = e.id AND a.ledger_account LIKE ? ESCAPE '!')`);
    values.push(`${escaped(account)}%`);
  }
  if (text !== undefined) {
    const spoken = spokenOf(collectiveId, text);
    parts.push(`(${spoken.parts.join(' OR ')})`);
    values.push(...spoken.values);
  }
  if (unreviewed === true) parts.push(UNREVIEWED);
  return { where: parts.join(' AND '), values };
}

/** Words of the summary; what can be read as a number or an amount is looked for as one, too. */
function spokenOf(collectiveId: string, text: string): { parts: string[]; values: (string | number)[] } {
  const { amount, voucherNumber } = readSoughtWords(text) ?? {};
  const parts = [`LOWER(e.summary) LIKE LOWER(?) ESCAPE '!'`];
  const values: (string | number)[] = [`%${escaped(text)}%`];
  if (voucherNumber !== undefined) {
    parts.push('e.voucher_number = ?');
    values.push(voucherNumber);
  }
  if (amount !== undefined) {
    parts.push(
      'e.id IN (SELECT s.entry_id FROM ledger_lines s WHERE s.collective_id = ? AND s.amount_fen = ?)',
    );
    values.push(collectiveId, Number(amount));
  }
  return { parts, values };
}

/** What a pattern means literally. */
function escaped(text: string): string {
  return text.replace(/[!%_]/g, (sign) => `!${sign}`);
}
