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

/**
 * Rent received ahead that no due takes any more is paid back: Dr payable / Cr bank (2023: 211 / 102). The
 * pool had never received it, so it loses nothing. Source: domain facts §2.2, two years' rent.
 */
export function advanceReturnedPostings(
  { amount, ...dimensions }: KeptAdvance,
  { bank, payable }: AccountRoles,
): Posting[] {
  return [
    { ...dimensions, ledgerAccount: payable, side: 'debit', amount },
    { ...dimensions, ledgerAccount: bank, side: 'credit', amount },
  ];
}

/**
 * What was kept for one asset is owed for another of the same tenant instead: Dr payable / Cr payable, each
 * under its asset. From there it pays what is owed for the other as an advance of its own would.
 */
export function advanceMovedPostings(
  { amount, ...dimensions }: KeptAdvance,
  toAssetId: string,
  { payable: ledgerAccount }: AccountRoles,
): Posting[] {
  if (toAssetId === dimensions.assetId) return [];
  return [
    { ...dimensions, ledgerAccount, side: 'debit', amount },
    { ...dimensions, assetId: toAssetId, ledgerAccount, side: 'credit', amount },
  ];
}
