import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';

/**
 * What kind of thing the assistance funds built. Source: product decision "Assets"; classes by
 * 国办函〔2021〕51号.
 */
export const ASSET_KINDS = [
  'pvStation',
  'jointPvStation',
  'keptPvStation',
  'householdPv',
  'workshop',
  'coldStore',
  'plant',
  'market',
  'machinery',
  'land',
  'water',
  'infrastructure',
  'equity',
  'biological',
  'other',
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/**
 * What an asset is for: to earn (`operating`), to serve everybody (`public`), or given to one household
 * (`household`). Source: 国办函〔2021〕51号.
 */
export const ASSET_CLASSES = ['operating', 'public', 'household'] as const;
export type AssetClass = (typeof ASSET_CLASSES)[number];

/** With whom the title lies. Source: 国办函〔2021〕51号, title to county, township, village or household. */
export const TITLE_LEVELS = ['village', 'township', 'county', 'household'] as const;
export type TitleLevel = (typeof TITLE_LEVELS)[number];

/** What an asset is and whose it is. */
export interface AssetStanding {
  readonly kind: AssetKind;
  readonly assetClass: AssetClass;
  readonly titleLevel: TitleLevel;
}

/** Kinds that are of one class only; every other kind may be of any. Product decision, no law. */
const CLASS_OF_KIND: Partial<Record<AssetKind, AssetClass>> = {
  pvStation: 'operating',
  jointPvStation: 'operating',
  keptPvStation: 'operating',
  householdPv: 'household',
  infrastructure: 'public',
  equity: 'operating',
};

/** Land and water are counted, not valued. */
const RESOURCES: readonly AssetKind[] = ['land', 'water'];

/**
 * What no books keep among the fixed assets: resources, shares in others, what lives, and a station kept for
 * its owners, in whose books it stands.
 */
const NO_FIXED_ASSETS: readonly AssetKind[] = [...RESOURCES, 'equity', 'biological', 'keptPvStation'];

/**
 * What does not go together: code `assets.classNotOfKind` for a kind of another class, and
 * `assets.householdTitle` where what was given to a household is not the household's, or the reverse.
 */
export function standingProblems({ kind, assetClass, titleLevel }: AssetStanding): Problem[] {
  const problems: Problem[] = [];
  const only = CLASS_OF_KIND[kind];
  if (only !== undefined && assetClass !== only) {
    const facts = { kind, class: only };
    problems.push({ code: 'assets.classNotOfKind', field: 'assetClass', value: assetClass, facts });
  }
  if ((assetClass === 'household') !== (titleLevel === 'household')) {
    problems.push({ code: 'assets.householdTitle', field: 'titleLevel', value: titleLevel });
  }
  return problems;
}

/**
 * Whether the title lies with an office above the village, so that the village has a right to the income
 * and no more: the cost and the funds stand in the owner's register.
 */
export function isTitledElsewhere({ titleLevel }: Pick<AssetStanding, 'titleLevel'>): boolean {
  return titleLevel === 'township' || titleLevel === 'county';
}

/** Whether an asset may be registered without a cost: a house that a household built itself is among them. */
export function mayHaveNoCost({ kind, titleLevel }: Pick<AssetStanding, 'kind' | 'titleLevel'>): boolean {
  if (titleLevel === 'household' && kind === 'other') return true;
  return isTitledElsewhere({ titleLevel }) || RESOURCES.includes(kind);
}

/** Whether the asset stands among the fixed assets of the village's own books. */
export function isOwnFixedAsset({ kind, titleLevel }: Pick<AssetStanding, 'kind' | 'titleLevel'>): boolean {
  return titleLevel === 'village' && !NO_FIXED_ASSETS.includes(kind);
}

/** Whether the village draws income from it, and so pays its necessary costs before it distributes. */
export function isEarning({ assetClass }: Pick<AssetStanding, 'assetClass'>): boolean {
  return assetClass === 'operating';
}

/**
 * Income, its necessary costs and the contracts about both are for operating assets alone.
 * @throws DomainError `assets.earnsNothing`
 */
export function requireEarning(asset: Pick<AssetStanding, 'assetClass'> & { readonly name: string }): void {
  if (isEarning(asset)) return;
  throw new DomainError('assets.earnsNothing', { asset: asset.name, class: asset.assetClass });
}
