import type { CalendarDay, Month } from '../calendar/calendar-day';
import { compareQuantities, difference, product, sumQuantities } from '../money/charge';
import type { Problem } from '../shared/problem';

/** A reading on a neighbouring slip, and the energy of the slips between that print no readings. */
export interface AdjoiningReading {
  readonly reading: string;
  readonly unread: readonly string[];
}

/** What the register and the slips before and after say of the meter. */
export interface MeterFacts {
  readonly multiplier: string;
  readonly capacityKw: string;
  readonly acquiredOn: CalendarDay;
  readonly leftOn?: CalendarDay | undefined;
  /** What the latest earlier slip that prints readings closes with; absent for the first. */
  readonly previous?: AdjoiningReading;
  /** What the first later slip that prints readings opens with; absent for the latest. */
  readonly next?: AdjoiningReading;
  /** What the register says the grid and the state pay; absent or 0 where it does not know. */
  readonly energyPriceYuanPerKwh?: string;
  readonly subsidyPriceYuanPerKwh?: string;
  readonly alreadySettled: readonly Month[];
}

/**
 * No sun gives more than this many full hours a day over a month; a reading above it is an error of the
 * slip.
 */
const HOURS_PER_DAY_AT_MOST = '12';

/** What a slip says of the meter; readings are blank where it prints none. */
export interface MeterReading {
  readonly readingFrom: string;
  readonly readingTo: string;
  readonly multiplier: string;
  readonly energyKwh: string;
}

/**
 * Holds a slip against its meter and the sun: the meter does not run backwards, starts where it stopped and
 * stops where it started again, and (to − from) × multiplier gives the energy within 1 kWh. Codes
 * `settlement.*`.
 */
export function meterProblems(slip: MeterReading, meter: MeterFacts): Problem[] {
  const sun = sunProblems(slip, meter);
  if (slip.readingFrom === '' || slip.readingTo === '') return sun;
  if (compareQuantities(slip.readingTo, slip.readingFrom) < 0) {
    const facts = { readingFrom: slip.readingFrom };
    return [{ code: 'settlement.meterBackwards', field: 'readingTo', value: slip.readingTo, facts }];
  }
  const problems = [
    ...gapProblems(slip, 'readingFrom', meter.previous),
    ...gapProblems(slip, 'readingTo', meter.next),
  ];
  const metered = product(difference(slip.readingTo, slip.readingFrom), slip.multiplier);
  if (isApart(metered, slip.energyKwh, '1')) {
    const facts = { metered };
    problems.push({ code: 'settlement.energyNotMetered', field: 'energy', value: slip.energyKwh, facts });
  }
  return [...problems, ...sun];
}

function sunProblems(slip: MeterReading, meter: MeterFacts): Problem[] {
  const most = product(meter.capacityKw, HOURS_PER_DAY_AT_MOST, '31');
  if (compareQuantities(slip.energyKwh, most) <= 0) return [];
  return [{ code: 'settlement.moreThanSun', field: 'energy', value: slip.energyKwh, facts: { most } }];
}

/**
 * The meter stands where the slip beside this one says; where slips between print no readings, it has gone on
 * by their energy, within 1 kWh for each of them.
 */
function gapProblems(
  slip: MeterReading,
  field: 'readingFrom' | 'readingTo',
  adjoining: AdjoiningReading | undefined,
): Problem[] {
  if (adjoining === undefined) return [];
  const { reading, unread } = adjoining;
  const value = slip[field];
  if (unread.length === 0) {
    if (compareQuantities(value, reading) === 0) return [];
    return [{ code: 'settlement.readingGap', field, value, facts: { adjoining: reading } }];
  }
  const [from, to] = field === 'readingFrom' ? [reading, value] : [value, reading];
  const metered = product(difference(to, from), slip.multiplier);
  const settled = sumQuantities(unread);
  if (!isApart(metered, settled, String(unread.length))) return [];
  const facts = { adjoining: reading, metered, settled };
  return [{ code: 'settlement.unreadGap', field, value, facts }];
}

/** Whether two quantities are further apart than a tolerance. */
function isApart(one: string, other: string, tolerance: string): boolean {
  const apart = difference(one, other);
  return compareQuantities(apart.startsWith('-') ? apart.slice(1) : apart, tolerance) > 0;
}
