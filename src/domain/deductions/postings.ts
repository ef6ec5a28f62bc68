import type { Pool, Posting } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';

const BANK = '102';
const OPERATING_EXPENSE = '511';

/**
 * A necessary cost paid from the bank: Dr 511, which is what the pool deducts, / Cr 102. Source: domain
 * facts §2.2.
 */
export function deductionPostings(cost: {
  readonly pool: Pool;
  readonly amount: Fen;
  readonly assetId?: string;
}): Posting[] {
  const dimensions = { pool: cost.pool, ...(cost.assetId === undefined ? {} : { assetId: cost.assetId }) };
  return [
    {
      ...dimensions,
      ledgerAccount: OPERATING_EXPENSE,
      side: 'debit',
      amount: cost.amount,
      poolFlow: 'deducted',
    },
    { ...dimensions, ledgerAccount: BANK, side: 'credit', amount: cost.amount },
  ];
}
