import type { Chart } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import type { AssetUse } from './depreciation';

/** The accounts the life of an asset is booked on: those of the chart by role, and what the county chose. */
export type AssetAccounts = Pick<Chart, 'roles' | 'choices' | 'version'>;

/** What stands in the books of an asset in one pool: its cost and what it has lost, both above zero. */
export interface AssetStand {
  readonly pool: Pool;
  readonly cost: Fen;
  readonly accumulated: Fen;
}

/** What stands of an asset in all pools together. */
export function totalStand(stands: readonly AssetStand[]): Omit<AssetStand, 'pool'> {
  return {
    cost: sumFen(stands.map(({ cost }) => cost)),
    accumulated: sumFen(stands.map(({ accumulated }) => accumulated)),
  };
}

/** What one asset loses in a month, and where it stands. */
export interface AssetLoss {
  readonly assetId: string;
  readonly use: AssetUse;
  readonly amount: Fen;
  readonly stands: readonly AssetStand[];
}

/**
 * A month's depreciation of one asset: Dr operating or administrative expense, of a public asset the account
 * the county chose / Cr accumulated depreciation (2023: 511, 513, 514 / 152). Each pool bears what its own
 * money built, by what that is still worth, so that a pool's cost and what it has lost stand together and the
 * asset can be taken out of it whole. No money moves, so no line has a flow. Source: domain facts §2.2; the
 * accounts of 2023 are unconfirmed.
 */
export function depreciationPostings(loss: AssetLoss, accounts: AssetAccounts): Posting[] {
  const { assetId, amount, stands } = loss;
  const shares = stands.map(({ pool, cost, accumulated }) => {
    const net = cost - accumulated;
    return { key: pool, weight: net > 0n ? net : 0n };
  });
  const parts = allocate(amount, shares);
  return stands.flatMap(({ pool }): Posting[] => {
    const part = parts.find(({ key }) => key === pool)?.amount ?? 0n;
    if (part === 0n) return [];
    const line = { amount: part, pool, assetId };
    return [
      { ...line, ledgerAccount: expenseOf(loss.use, accounts), side: 'debit' },
      { ...line, ledgerAccount: accounts.roles.accumulatedDepreciation, side: 'credit' },
    ];
  });
}

/** Which expense bears what an asset loses, by what it is used for. */
export function expenseOf(use: AssetUse, { roles, choices }: AssetAccounts): string {
  if (use === 'publicWelfare') return choices.publicAssetDepreciation;
  return use === 'operating' ? roles.operatingExpense : roles.administrativeExpense;
}
