import type { AccountRoles } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';

/**
 * A necessary cost paid from the bank: Dr operating expense, which is what the pool deducts, / Cr bank
 * (2023: 511 / 102). Source: domain facts §2.2.
 */
export function deductionPostings(
  cost: { readonly pool: Pool; readonly amount: Fen; readonly assetId?: string },
  { operatingExpense, bank }: AccountRoles,
): Posting[] {
  const dimensions = { pool: cost.pool, ...(cost.assetId === undefined ? {} : { assetId: cost.assetId }) };
  return [
    {
      ...dimensions,
      ledgerAccount: operatingExpense,
      side: 'debit',
      amount: cost.amount,
      poolFlow: 'deducted',
    },
    { ...dimensions, ledgerAccount: bank, side: 'credit', amount: cost.amount },
  ];
}
