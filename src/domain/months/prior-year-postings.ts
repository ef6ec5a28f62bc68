import { yearOf } from '../calendar/calendar-day';
import { type Chart, undistributedAccount } from '../ledger/chart';
import { type Pool, type Posting, withoutNil } from '../ledger/journal-entry';
import { balancesAfter, lineOver } from '../ledger/pool-balances';
import type { Fen } from '../money/fen';

/**
 * What the reversal of an earlier year's entry owes the year it is booked in. The reversal mirrors line by
 * line and so takes income or expense back in the wrong year; this voucher puts that back and takes it from
 * 322 instead, where the closed year's surplus went. No money moves: the reversal moved it. Source: domain
 * facts §2.2, from memory there and unconfirmed.
 * @param entry the entry that was reversed
 * @returns none where both days lie in one year, or nothing of it was income or expense
 */
export function movedToSurplus(
  entry: { readonly postedOn: string; readonly postings: readonly Posting[] },
  reversedOn: string,
  chart: Chart,
): Posting[] {
  if (yearOf(reversedOn) <= yearOf(entry.postedOn)) return [];
  const own = entry.postings.filter((line) => isIncomeOrExpense(line.ledgerAccount, chart));
  const back = own.map(withoutMarks);
  const target = undistributedAccount(chart);
  const against = balancesAfter(
    [],
    own.map((line) => ({ ...line, ledgerAccount: target })),
  ).map((sum) => lineOver({ ...sum, amount: -sum.amount }));
  return [...back, ...against];
}

/** A line as it was, but moving no pool and granting nothing: the reversal did that. */
function withoutMarks({ ledgerAccount, side, amount, pool, ...marks }: Posting): Posting {
  const { assetId, stream, generationMonth } = marks;
  return {
    ...{ ledgerAccount, side, amount, pool },
    ...(assetId === undefined ? {} : { assetId }),
    ...(stream === undefined ? {} : { stream }),
    ...(generationMonth === undefined ? {} : { generationMonth }),
  };
}

/** A correction of a closed year's income or expense. */
export interface PriorYearCorrection {
  readonly nature: 'income' | 'expense';
  /** Whether the closed year showed too little of it, or too much. */
  readonly change: 'more' | 'less';
  readonly pool: Pool;
  readonly amount: Fen;
  /** The account on the other side: bank, payable, accumulated depreciation … */
  readonly counter: string;
  /** Whom the other side names, by id. */
  readonly counterparty?: string;
}

/**
 * The correction: what would have been income or expense stands on 322, and never in this year's surplus.
 * More income Cr 322, more expense Dr 322, the counter account on the other side. Where the counter account
 * is the pool's money, income counts as received and expense as deducted, in the period that is open.
 */
export function correctionPostings(correction: PriorYearCorrection, chart: Chart): Posting[] {
  const { nature, change, pool, amount, counter, counterparty } = correction;
  const gains = (nature === 'income') === (change === 'more');
  const target = lineOver({
    ledgerAccount: undistributedAccount(chart),
    pool,
    amount: gains ? -amount : amount,
  });
  const other = {
    ...lineOver({ ledgerAccount: counter, pool, amount: gains ? amount : -amount }),
    ...(counterparty === undefined ? {} : { counterparty }),
  };
  const isMoney = chart.accounts.get(counter)?.poolMoney !== undefined;
  if (!isMoney) return withoutNil([target, other]);
  return nature === 'income'
    ? [target, { ...other, poolFlow: 'received' }]
    : [{ ...target, poolFlow: 'deducted' }, other];
}

/** Whether an account is income or expense, which a year end takes to zero. */
export function isIncomeOrExpense(code: string, chart: Chart): boolean {
  const nature = chart.accounts.get(code)?.nature;
  return nature === 'income' || nature === 'expense';
}
