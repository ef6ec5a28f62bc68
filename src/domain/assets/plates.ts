import { halfWidth } from '../shared/half-width';
import type { Problem } from '../shared/problem';

/** Which asset bears a plate, by the plate as {@link plateKey} reads it. */
export type PlateOwners = ReadonlyMap<string, string>;

/** One asset and its plate. */
export interface PlatedAsset {
  readonly name: string;
  readonly plateNumber: string;
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

/** A plate names one asset of a collective: code `assets.plateTaken`. */
export function plateProblems(plate: string, owners: PlateOwners = new Map()): Problem[] {
  const asset = owners.get(plateKey(plate));
  if (asset === undefined) return [];
  return [{ code: 'assets.plateTaken', field: 'plateNumber', value: plate, facts: { asset } }];
}
