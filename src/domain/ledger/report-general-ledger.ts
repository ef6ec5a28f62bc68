import { type Month, monthsBetween, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { accountOf, type AccountSum, isWithin } from './account-sums';
import type { Chart, LedgerAccount } from './chart';
import type { BalanceByAccount } from './report-account-balances';

/** What moved on an account in a month. */
export interface MonthSum extends AccountSum {
  readonly month: Month;
}

/** A month of an account: what moved in it, what moved since January, what stands at its end. */
export interface GeneralLedgerMonth {
  readonly month: Month;
  readonly debit: Fen;
  readonly credit: Fen;
  readonly yearDebit: Fen;
  readonly yearCredit: Fen;
  readonly balance: Fen;
}

/** 总账 of one account: the balance brought in, then month by month; the last month only up to the last day. */
export interface GeneralLedger {
  readonly account: LedgerAccount;
  readonly opening: Fen;
  readonly months: readonly GeneralLedgerMonth[];
}

/** The months of a general ledger, and whose accounts: one, or every one of the chart's own. */
export interface GeneralLedgerAsked {
  readonly first: Month;
  readonly last: Month;
  readonly account?: string;
}

/** What the general ledger is made of; no day counts twice. */
export interface GeneralLedgerFigures {
  /** Balances before the first day asked for. */
  readonly opening: BalanceByAccount;
  /** What moved in the first day's year before it, so that the year's sums are whole. */
  readonly before: readonly AccountSum[];
  /** What moved from the first day to the last, by month. */
  readonly moved: readonly MonthSum[];
}

/**
 * 总账: for each account its months from `first` to `last` with 本月合计 and 本年累计. Months in which nothing
 * moved are left out, and so are accounts without balance and movement. Where the days begin or end within a
 * month, that month counts its days alone, so that it closes as every other report of the same days does.
 */
export function generalLedgers(
  asked: GeneralLedgerAsked,
  figures: GeneralLedgerFigures,
  chart: Chart,
): GeneralLedger[] {
  const { opening, moved, before } = figures;
  const codes = [...opening.keys(), ...moved.map((sum) => sum.ledgerAccount)].map((code) => code.slice(0, 3));
  const shown = asked.account === undefined ? [...new Set(codes)].sort() : [asked.account];
  return shown.flatMap((code) => {
    const brought = sumFen([...opening].filter(([own]) => isWithin(own, code)).map(([, fen]) => fen));
    const isOwn = (sum: AccountSum): boolean => isWithin(sum.ledgerAccount, code);
    const months = monthsOf(asked, { before: before.filter(isOwn), moved: moved.filter(isOwn) }, brought);
    if (brought === 0n && months.length === 0) return [];
    return [{ account: accountOf(chart, code), opening: brought, months }];
  });
}

function monthsOf(
  { first, last }: GeneralLedgerAsked,
  { before, moved }: Pick<GeneralLedgerFigures, 'before' | 'moved'>,
  brought: Fen,
): GeneralLedgerMonth[] {
  let balance = brought;
  return monthsBetween(first, last).flatMap((month) => {
    const within = moved.filter((sum) => sum.month === month);
    if (within.length === 0) return [];
    const sameYear = moved.filter((sum) => yearOf(sum.month) === yearOf(month) && sum.month <= month);
    const year = [...(yearOf(month) === yearOf(first) ? before : []), ...sameYear];
    const debit = sumFen(within.map((sum) => sum.debit));
    const credit = sumFen(within.map((sum) => sum.credit));
    balance += debit - credit;
    const yearDebit = sumFen(year.map((sum) => sum.debit));
    const yearCredit = sumFen(year.map((sum) => sum.credit));
    return [{ month, debit, credit, yearDebit, yearCredit, balance }];
  });
}
