import type { ShareRow } from '../collectives/share-table';
import { sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { Asset, Fund } from './asset';
import { ownFunds } from './own-cost';

/** What of a kept station stands in one owner's register. */
export interface OwnersAsset {
  readonly asset: Omit<Asset, 'id'>;
  readonly funds: readonly Fund[];
}

/**
 * An owner's part of a station that is kept for several: each fund goes by the share table, to the fen, and
 * what he got of the funds is his cost. Source: product decision "Joint stations" (funds, cost and
 * depreciation travel by the same table).
 */
export function ownersAsset(
  station: { readonly asset: Asset; readonly funds: readonly Fund[] },
  owned: { readonly owner: string; readonly keeper: string; readonly rows: readonly ShareRow[] },
): OwnersAsset {
  const { owner, keeper, rows } = owned;
  const keys = rows.filter((row) => row.owner === owner).map((row) => row.key);
  const funds = ownFunds(station.funds, rows, [owner]);
  const asset = {
    ...withoutId(station.asset),
    kind: 'jointPvStation' as const,
    cost: sumFen(funds.map((fund) => fund.amount)),
    titleHolder: owner,
    keeper,
    ownShareKey: keys[0] ?? '',
  };
  return { asset, funds };
}

function withoutId(asset: Asset): Omit<Asset, 'id'> {
  const { id, ...rest } = asset;
  invariant(id !== '', 'a kept station stands in the register of its keeper');
  return rest;
}
