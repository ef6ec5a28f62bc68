import type { AccountRoles } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';

/** Money of a tenant's that the village holds. It names no asset: rent kept ahead does. */
export interface HeldDeposit {
  readonly amount: Fen;
  readonly pool: Pool;
  readonly counterparty: string;
}

/**
 * A deposit comes: Dr bank / Cr payable (2023: 102 / 211). It stays the tenant's, so the pool receives
 * nothing and nothing of it is distributed. Source: domain facts §2.2 (money that is owed), unconfirmed.
 */
export function depositReceivedPostings(
  { amount, ...dimensions }: HeldDeposit,
  { bank, payable }: AccountRoles,
): Posting[] {
  return [
    { ...dimensions, ledgerAccount: bank, side: 'debit', amount },
    { ...dimensions, ledgerAccount: payable, side: 'credit', amount },
  ];
}

/** A deposit goes back: Dr payable / Cr bank (2023: 211 / 102). Source: as above. */
export function depositReturnedPostings(
  { amount, ...dimensions }: HeldDeposit,
  { bank, payable }: AccountRoles,
): Posting[] {
  return [
    { ...dimensions, ledgerAccount: payable, side: 'debit', amount },
    { ...dimensions, ledgerAccount: bank, side: 'credit', amount },
  ];
}

/**
 * A deposit is kept against what the tenant owes for an asset: Dr payable / Cr payable under the asset, from
 * where it pays the debt as an advance would (Dr payable, which the pool receives now / Cr receivable).
 * Source: as above.
 */
export function depositKeptPostings(
  { amount, ...dimensions }: HeldDeposit,
  assetId: string,
  { payable: ledgerAccount }: AccountRoles,
): Posting[] {
  return [
    { ...dimensions, ledgerAccount, side: 'debit', amount },
    { ...dimensions, assetId, ledgerAccount, side: 'credit', amount },
  ];
}
