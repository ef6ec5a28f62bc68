import { addMonths, type Month, monthsBetween, yearOf } from '../calendar/calendar-day';
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

/** 总账 of one account: the balance brought in, then month by month. */
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

/**
 * 总账: for each account its months from `first` to `last` with 本月合计 and 本年累计. Months in which nothing
 * moved are left out, and so are accounts without balance and movement.
 * @param opening balances before `first`
 * @param moved what moved from January of the first year on, so that the year's sums are whole
 */
export function generalLedgers(
  asked: GeneralLedgerAsked,
  figures: { readonly opening: BalanceByAccount; readonly moved: readonly MonthSum[] },
  chart: Chart,
): GeneralLedger[] {
  const { opening, moved } = figures;
  const codes = [...opening.keys(), ...moved.map((sum) => sum.ledgerAccount)].map((code) => code.slice(0, 3));
  const shown = asked.account === undefined ? [...new Set(codes)].sort() : [asked.account];
  return shown.flatMap((code) => {
    const brought = sumFen([...opening].filter(([own]) => isWithin(own, code)).map(([, fen]) => fen));
    const own = moved.filter((sum) => isWithin(sum.ledgerAccount, code));
    const months = monthsOf(asked, own, brought);
    if (brought === 0n && months.length === 0) return [];
    return [{ account: accountOf(chart, code), opening: brought, months }];
  });
}

function monthsOf(
  { first, last }: GeneralLedgerAsked,
  own: readonly MonthSum[],
  brought: Fen,
): GeneralLedgerMonth[] {
  let balance = brought;
  return monthsBetween(first, last).flatMap((month) => {
    const within = own.filter((sum) => sum.month === month);
    if (within.length === 0) return [];
    const january = `${String(yearOf(month))}-01`;
    const year = own.filter((sum) => sum.month >= january && sum.month < addMonths(month, 1));
    const debit = sumFen(within.map((sum) => sum.debit));
    const credit = sumFen(within.map((sum) => sum.credit));
    balance += debit - credit;
    const yearDebit = sumFen(year.map((sum) => sum.debit));
    const yearCredit = sumFen(year.map((sum) => sum.credit));
    return [{ month, debit, credit, yearDebit, yearCredit, balance }];
  });
}
