import type { Fen } from '../money/fen';
import { sumFen } from '../money/fen';
import { type AssetStanding, isEarning, isOwnFixedAsset } from './asset-classes';

/** An asset of the register beside the books. */
export interface AssetInBooks extends AssetStanding {
  readonly id: string;
  readonly name: string;
  /** Its cost and what it has lost, by pool, as a month began: it loses from the month after it came on. */
  readonly stands: readonly { readonly cost: Fen; readonly accumulated: Fen }[];
  readonly hasTerms: boolean;
}

/** An asset that loses nothing in the books because nobody has said how, and what is left of its cost. */
export interface MissingTerms {
  readonly assetId: string;
  readonly name: string;
  readonly net: Fen;
}

/**
 * What earns, stands among the fixed assets with something left of its cost, and has no terms of
 * depreciation: the surplus of its months is too great by what it loses. What has left the books, lost all
 * of its cost, or is no fixed asset (land, what lives, a stake) wants none. Source: 财会〔2023〕14号,
 * account 152; that it is told and keeps no month open is a product decision.
 */
export function assetsWithoutTerms(assets: readonly AssetInBooks[]): MissingTerms[] {
  return assets.flatMap(({ id, name, stands, hasTerms, ...standing }) => {
    const net = sumFen(stands.map(({ cost, accumulated }) => cost - accumulated));
    if (hasTerms || net <= 0n || !isEarning(standing) || !isOwnFixedAsset(standing)) return [];
    return [{ assetId: id, name, net }];
  });
}
