import { type Chart, undistributedAccount } from '../ledger/chart';
import { type Pool, type Posting, withoutNil } from '../ledger/journal-entry';
import { lineOver } from '../ledger/pool-balances';
import type { Fen } from '../money/fen';

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
