import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { signedAmount } from './journal-entry';

/** A booked line as a ledger shows it, with the accounts on the other side of its voucher. */
export interface DetailLine {
  readonly entryId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  /** The day or month by which the ledger is drawn. */
  readonly on: string;
  readonly summary: string;
  readonly ledgerAccount: string;
  readonly counterAccounts: readonly string[];
  readonly side: 'debit' | 'credit';
  readonly amount: Fen;
  /** The other party by id, or by a word of the program's; absent where the line names nobody. */
  readonly counterparty?: string;
  readonly assetId?: string;
}

/** What moved on the account on one day (or in one month, drawn by the month a fact concerns). */
export interface DaySum {
  readonly on: string;
  readonly debit: Fen;
  readonly credit: Fen;
}

/** A row of a ledger: a line with the balance after it, or the sums of a day, a month, the year so far. */
export interface DetailRow {
  readonly kind: 'brought' | 'line' | 'day' | 'month' | 'year';
  readonly on: string;
  readonly line?: DetailLine;
  readonly debit: Fen;
  readonly credit: Fen;
  /** Debit positive. */
  readonly balance: Fen;
}

/** A stretch of an account's lines, in order, and what stands around it. */
export interface DetailStretch {
  /** The first day of the ledger. */
  readonly from: CalendarDay;
  /** The balance before the first of the lines. */
  readonly opening: Fen;
  readonly lines: readonly DetailLine[];
  /** Where the ledger goes on behind the lines, if it does. */
  readonly nextOn?: string;
  /** Every day of the account from January of the ledger's first year on. */
  readonly days: readonly DaySum[];
}

/**
 * 明细账 and 日记账: the lines with the balance after each; after the last line of a day (where a journal
 * wants it) 本日合计, after the last of a month 本月合计 and 本年累计.
 */
export function detailRows(stretch: DetailStretch, wish: { readonly dayTotals: boolean }): DetailRow[] {
  let balance = stretch.opening;
  const nothing = { debit: 0n, credit: 0n };
  const rows: DetailRow[] = [{ kind: 'brought', on: stretch.from, ...nothing, balance }];
  stretch.lines.forEach((line, index) => {
    balance += signedAmount(line);
    const { side, amount, on } = line;
    const debit = side === 'debit' ? amount : 0n;
    const credit = side === 'credit' ? amount : 0n;
    rows.push({ kind: 'line', on, line, debit, credit, balance });
    const next = stretch.lines[index + 1]?.on ?? stretch.nextOn;
    rows.push(...totalsAfter({ on, next, balance }, stretch.days, wish.dayTotals));
  });
  return rows;
}

function totalsAfter(
  at: { readonly on: string; readonly next: string | undefined; readonly balance: Fen },
  days: readonly DaySum[],
  dayTotals: boolean,
): DetailRow[] {
  const { on, next, balance } = at;
  const month = on.slice(0, 7);
  const january = `${String(yearOf(on))}-01`;
  const total = (kind: DetailRow['kind'], counts: (day: DaySum) => boolean): DetailRow => {
    const counted = days.filter(counts);
    const debit = sumFen(counted.map((day) => day.debit));
    return { kind, on, debit, credit: sumFen(counted.map((day) => day.credit)), balance };
  };
  const rows: DetailRow[] = [];
  if (dayTotals && next !== on) rows.push(total('day', (day) => day.on === on));
  if (next?.slice(0, 7) === month) return rows;
  rows.push(total('month', (day) => day.on.slice(0, 7) === month));
  rows.push(total('year', (day) => day.on >= january && day.on.slice(0, 7) <= month));
  return rows;
}
