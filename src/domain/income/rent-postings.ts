import type { AccountRoles } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';

/** Rent of years to come that a tenant has paid. */
export interface KeptAdvance {
  readonly amount: Fen;
  readonly pool: Pool;
  readonly assetId: string;
  readonly counterparty: string;
}

/**
 * Rent received for years to come: Dr bank / Cr payable (2023: 102 / 211). It is money that is owed until its
 * year has come, so the pool has not received it yet. Source: domain facts §2.2, two years' rent.
 */
export function advanceKeptPostings(
  { amount, ...dimensions }: KeptAdvance,
  { bank, payable }: AccountRoles,
): Posting[] {
  return [
    { ...dimensions, ledgerAccount: bank, side: 'debit', amount },
    { ...dimensions, ledgerAccount: payable, side: 'credit', amount },
  ];
}
