import { halfWidth } from '../shared/half-width';
import { narrowestOf, type OfRegions } from '../shared/narrowest-region';
import type { Problem } from '../shared/problem';

/** Which asset bears a plate, by the plate as {@link plateKey} reads it. */
export type PlateOwners = ReadonlyMap<string, string>;

/** One asset and its plate. */
export interface PlatedAsset {
  readonly name: string;
  readonly plateNumber: string;
}

/** Who bears a plate in another village: named to those alone who may see that village's books. */
export type PlateElsewhere = { readonly asset: string; readonly village: string } | 'unseen';

/** How a region writes its plates. */
export interface PlatePattern {
  readonly region: string;
  /** A regular expression over the plate as {@link plateKey} reads it. */
  readonly pattern: string;
  /** A plate that keeps to it. */
  readonly like: string;
  /** What nobody has confirmed is shown and refuses nothing. */
  readonly confirmed: boolean;
}

/** What a plate is held against. */
export interface PlateGround {
  readonly owners?: PlateOwners;
  /** Plates of the county's other villages, by the plate as {@link plateKey} reads it. */
  readonly elsewhere?: ReadonlyMap<string, PlateElsewhere>;
  readonly pattern?: PlatePattern | undefined;
}

/** A plate as people compare it: blanks, width and capitals make no other plate. */
export function plateKey(plate: string): string {
  return halfWidth(plate).replace(/\s/g, '').toUpperCase();
}

/** The first asset that bears each plate; an asset without one bears none. */
export function plateOwners(assets: Iterable<PlatedAsset>): PlateOwners {
  const owners = new Map<string, string>();
  for (const { name, plateNumber } of assets) {
    const key = plateKey(plateNumber);
    if (key !== '' && !owners.has(key)) owners.set(key, name);
  }
  return owners;
}

/** The pattern of the narrowest region that a village lies in; regions are codes that begin its own. */
export function patternOf(
  regionCode: string,
  patterns: readonly (PlatePattern & OfRegions)[],
): PlatePattern | undefined {
  return narrowestOf(regionCode, patterns);
}

/**
 * A plate names one asset of a county and is written as the county writes it. Codes `assets.plateTaken`,
 * `assets.plateTakenThere`, `assets.plateTakenInCounty`, `assets.plateOdd`. Source: SQ-D 三(二), a county
 * numbers its workshops.
 */
export function plateProblems(plate: string, ground: PlateGround = {}): Problem[] {
  const key = plateKey(plate);
  if (key === '') return [];
  const at = { field: 'plateNumber', value: plate };
  const asset = ground.owners?.get(key);
  if (asset !== undefined) return [{ code: 'assets.plateTaken', ...at, facts: { asset } }];
  const elsewhere = ground.elsewhere?.get(key);
  if (elsewhere === 'unseen') return [{ code: 'assets.plateTakenInCounty', ...at }];
  if (elsewhere !== undefined) return [{ code: 'assets.plateTakenThere', ...at, facts: { ...elsewhere } }];
  const { pattern } = ground;
  if (pattern?.confirmed !== true || new RegExp(`^(?:${pattern.pattern})$`, 'u').test(key)) return [];
  return [{ code: 'assets.plateOdd', ...at, facts: { like: pattern.like } }];
}
