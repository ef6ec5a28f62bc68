import type { Month } from '../calendar/calendar-day';
import { product } from '../money/charge';
import { ofRegion, type Regional } from './region-codes';

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

export interface YieldRegion extends Regional {
  /** Full hours of a station's first year: the least and the most that are usual there. */
  readonly least: string;
  readonly most: string;
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
  const region = ofRegion(table.regions, regionPath);
  const share = table.monthShares[Number(station.month.slice(5)) - 1];
  if (region === undefined || share === undefined) return undefined;
  return product(station.capacityKw, region.most, share, '0.01', table.checkAbove);
}
