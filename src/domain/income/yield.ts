import { isStillIn, type StillDays } from '../assets/asset-life';
import { type CalendarDay, type Month, monthOf, monthsBetween } from '../calendar/calendar-day';
import { compareQuantities, difference, percentOf, product, quotient, sumQuantities } from '../money/charge';
import type { DayBounds } from './odd-days';
import { ofRegion, type Regional } from './region-codes';

/** What stations are expected to generate: a file under `seeds/expected-yield`. Numbers are decimal text. */
export interface YieldTable {
  /** Whether somebody held it against stations of the region. */
  readonly confirmed: boolean;
  readonly regions: readonly YieldRegion[];
  /** Hundredths of a year's hours, January to December. */
  readonly monthShares: readonly string[];
  /** Parts of the first year's hours that are lost: at most in the first year, then in each later one. */
  readonly ageing: { readonly firstYear: string; readonly laterYears: string };
  /** Below these parts of what is expected at least a month asks for a look, and for somebody to go there. */
  readonly yellowBelow: string;
  readonly redBelow: string;
  /** How far an inverter's or a meter's energy may be from the slip's: per cent of it, and kWh at least. */
  readonly tolerance: { readonly percent: string; readonly leastKwh: string };
  /** Above this part of what is expected at most, a reading is doubtful. */
  readonly checkAbove: string;
  /** What one day can give. */
  readonly day: DayBounds;
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

/** A station in a month of its life. */
export interface StationMonth {
  readonly capacityKw: string;
  readonly month: Month;
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay | undefined;
  /** Days on which it stands still by decision. */
  readonly still?: readonly StillDays[] | undefined;
}

/**
 * Whether a station fed in from the first day of a month to its last: a part of one can be held against
 * nothing. The month it was connected in counts as a part, and so does the one it left in, and every one in
 * which it stands still for a day.
 */
export function isThereAllMonth({
  month,
  acquiredOn,
  leftOn,
  still,
}: Omit<StationMonth, 'capacityKw'>): boolean {
  if (isStillIn(month, still)) return false;
  return month > monthOf(acquiredOn) && (leftOn === undefined || month < monthOf(leftOn));
}

/**
 * Between which kWh a station's month usually lies: capacity × the region's hours × the month's share, at the
 * lower end less what a station of its age has lost. Nothing is expected of the month it was connected in,
 * nor of the one it left in, nor of one in which it stands still. Source: domain facts §6.5, ranges from
 * memory and unconfirmed.
 * @returns undefined where nobody knows the region's sun or the capacity
 */
export function expectedKwh(
  table: YieldTable,
  regionPath: readonly string[],
  station: StationMonth,
): { readonly least: string; readonly most: string } | undefined {
  const region = ofRegion(table.regions, regionPath);
  const share = table.monthShares[Number(station.month.slice(5)) - 1];
  const { capacityKw, month, acquiredOn } = station;
  if (region === undefined || share === undefined || compareQuantities(capacityKw, '0') <= 0)
    return undefined;
  if (!isThereAllMonth(station)) return undefined;
  const years = Math.floor((monthsBetween(monthOf(acquiredOn), month).length - 1) / 12);
  const later = product(table.ageing.laterYears, String(Math.max(0, years - 1)));
  const lost = years === 0 ? '0' : sumQuantities([table.ageing.firstYear, later]);
  return {
    least: product(capacityKw, region.least, share, '0.01', difference('1', lost)),
    most: product(capacityKw, region.most, share, '0.01'),
  };
}

/**
 * How a month's energy stands to what is expected: `low` asks for a look, `veryLow` and `idle` for a visit.
 */
export type YieldLevel = 'usual' | 'low' | 'veryLow' | 'idle' | 'high';

/** Grades a month's energy. Source: domain facts §6.5, alert levels. */
export function yieldAlert(
  table: Pick<YieldTable, 'yellowBelow' | 'redBelow' | 'checkAbove'>,
  kwh: string,
  expected: { readonly least: string; readonly most: string },
): YieldLevel {
  if (compareQuantities(kwh, '0') <= 0) return 'idle';
  if (compareQuantities(kwh, product(expected.least, table.redBelow)) < 0) return 'veryLow';
  if (compareQuantities(kwh, product(expected.least, table.yellowBelow)) < 0) return 'low';
  return compareQuantities(kwh, product(expected.most, table.checkAbove)) > 0 ? 'high' : 'usual';
}

/** How far a month's energy is from what is usual; nothing of kWh and per cent where it is within. */
export type FromUsual =
  | { readonly side: 'within' }
  | {
      readonly side: 'below' | 'above';
      /** The end of the range that it is off, how many kWh, and what those are of it in per cent. */
      readonly bound: string;
      readonly kwh: string;
      readonly percent: string | undefined;
    };

/** The difference of a month's energy to the nearer end of what is usual. */
export function fromUsual(
  kwh: string,
  { least, most }: { readonly least: string; readonly most: string },
): FromUsual {
  const off = (side: 'below' | 'above', bound: string, apart: string): FromUsual => ({
    ...{ side, bound, kwh: apart, percent: percentOf(apart, bound) },
  });
  if (compareQuantities(kwh, least) < 0) return off('below', least, difference(least, kwh));
  if (compareQuantities(kwh, most) > 0) return off('above', most, difference(kwh, most));
  return { side: 'within' };
}

/** Fewer neighbours than these say nothing. */
export const NEIGHBOURS_AT_LEAST = 3;

/** A station's kWh per kW beside the middle of its neighbours'. */
export interface BesideOthers {
  readonly middle: string;
  readonly count: number;
  /**
   * What its own is of the middle, in per cent to two decimals, the rest cut off: what is below a bound never
   * reads as the bound. Undefined where the others gave nothing.
   */
  readonly percent: string | undefined;
  /** Whether it is below the part of the middle at which a month asks for a look. */
  readonly isBelow: boolean;
}

/**
 * A station's month beside those of its neighbours, all in kWh per kW. One bad neighbour moves the middle
 * little.
 * @returns undefined where fewer than three neighbours are known
 */
export function besideNeighbours(
  table: Pick<YieldTable, 'yellowBelow'>,
  own: string,
  neighbours: readonly string[],
): BesideOthers | undefined {
  if (neighbours.length < NEIGHBOURS_AT_LEAST) return undefined;
  const sorted = [...neighbours].sort(compareQuantities);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? '0';
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? '0';
  const middle = quotient(sumQuantities([lower, upper]), '2');
  const isBelow = compareQuantities(own, product(middle, table.yellowBelow)) < 0;
  return { middle, count: neighbours.length, percent: percentOf(own, middle), isBelow };
}

/**
 * Every station beside all the others, the one that gave least to its kW first. That is also the order of
 * the shares of the middle: who gives less than another has a middle of the others that is no lower.
 */
export function besideEachOther<Station extends { readonly perKw: string }>(
  table: Pick<YieldTable, 'yellowBelow'>,
  stations: readonly Station[],
): (Station & { readonly beside: BesideOthers | undefined })[] {
  const ordered = [...stations].sort((one, other) => compareQuantities(one.perKw, other.perKw));
  return ordered.map((station, place) => {
    const others = ordered.filter((_, at) => at !== place).map(({ perKw }) => perKw);
    return { ...station, beside: besideNeighbours(table, station.perKw, others) };
  });
}
