import { dimensionsOf, receiptPostings, type ReceivablePart } from '../income/postings';
import type { AccountRoles } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import { deductionPostings } from './postings';

/**
 * An owner's part of a cost that the keeper of a joint station paid out of the owner's money: the money was
 * received and spent in the keeper's hands, so internal dealings stand where the bank would, Dr internal
 * dealings / Cr receivable and Dr operating expense / Cr internal dealings (2023: 113 / 112, 511 / 113).
 * Source: product decision "Joint stations".
 * @param cleared the income that the keeper kept it back from; adds up to the cost
 */
export function keptCostPostings(
  cost: { readonly pool: Pool; readonly assetId: string; readonly amount: Fen },
  cleared: readonly ReceivablePart[],
  roles: AccountRoles,
): Posting[] {
  const received = receiptPostings(cleared, { ...roles, bank: roles.internal });
  const spent = deductionPostings(cost, roles).filter((line) => line.poolFlow !== undefined);
  const handedOut = cleared.map((part): Posting => ({
    ...dimensionsOf(part),
    ledgerAccount: roles.internal,
    side: 'credit',
    amount: part.amount,
  }));
  return [...received, ...spent, ...handedOut];
}
