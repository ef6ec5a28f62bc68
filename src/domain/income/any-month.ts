import type { Problem } from '../shared/problem';
import { type MeterFacts, type MeterReading, meterProblems } from './meter';
import type { MeterRecord } from './meter-record';

/** No month is longer: what is too much for it is too much for any. */
const LONGEST_MONTH = '2000-01';

/**
 * What is wrong with a slip's meter in whatever month it ran: backwards, further than day and night give, by
 * other energy than the slip has, or more than the sun gives. What stands beside it, and what was recorded of
 * the meter, hang on the month; where anything recorded may bear on it, its readings are not judged.
 */
export function anyMonthProblems(
  slip: MeterReading,
  { multiplier, capacityKw, acquiredOn, records = [] }: MeterFacts,
): Problem[] {
  const readings = records.some(mayMove) ? { readingFrom: '', readingTo: '' } : {};
  const inLongest = { ...slip, ...readings, generationMonth: LONGEST_MONTH };
  return meterProblems(inLongest, { multiplier, capacityKw, acquiredOn, alreadySettled: [] });
}

/** An estimate leaves the run of the meter as it is; everything else makes another one of it. */
function mayMove({ kind }: MeterRecord): boolean {
  return kind !== 'estimated';
}
