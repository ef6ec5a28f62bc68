import type { Month } from '../calendar/calendar-day';
import { product } from '../money/charge';

/** What stations are expected to generate: a file under `seeds/expected-yield`. Numbers are decimal text. */
export interface YieldTable {
  /** Whether somebody held it against stations of the region. */
  readonly confirmed: boolean;
  readonly regions: readonly YieldRegion[];
  /** Hundredths of a year's hours, January to December. */
  readonly monthShares: readonly string[];
  /** Above this part of what is expected at most, a reading is doubtful. */
  readonly checkAbove: string;
}

export interface YieldRegion {
  /** How the codes of its places begin, by GB/T 2260. */
  readonly codes: readonly string[];
  readonly name: string;
  /** Full hours of a station's first year: the least and the most that are usual there. */
  readonly least: string;
  readonly most: string;
}

/**
 * The region of a place: whose code its own begins with, the longest such code before a shorter one.
 * @param regionPath codes of the place, nearest first
 */
export function yieldRegionOf(table: YieldTable, regionPath: readonly string[]): YieldRegion | undefined {
  let best: { region: YieldRegion; length: number } | undefined;
  for (const region of table.regions) {
    for (const code of region.codes) {
      const isIn = regionPath.some((place) => place.startsWith(code));
      if (isIn && code.length > (best?.length ?? 0)) best = { region, length: code.length };
    }
  }
  return best?.region;
}

/**
 * The most energy a station is likely to give in a month, in kWh: capacity × the region's most hours × the
 * month's share × how far above it a reading is doubtful. Ageing would only lower it and is left out.
 * @returns undefined where nobody knows the region's sun
 */
export function likelyAtMost(
  table: YieldTable,
  regionPath: readonly string[],
  station: { readonly capacityKw: string; readonly month: Month },
): string | undefined {
  const region = yieldRegionOf(table, regionPath);
  const share = table.monthShares[Number(station.month.slice(5)) - 1];
  if (region === undefined || share === undefined) return undefined;
  return product(station.capacityKw, region.most, share, '0.01', table.checkAbove);
}
