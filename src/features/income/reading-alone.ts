import type { SettlementForm } from '../../domain/income/settlement';
import { product } from '../../domain/money/charge';
import type { Problem } from '../../domain/shared/problem';
import { readSlip, type StandingSlip } from './settlement-slip';
import type { SettledStation } from './station-facts.service';

/** A closing reading before the energy is typed: what the meter says, and what is wrong with that. */
export interface ReadingAlone {
  /** kWh between the two readings. */
  readonly metered: string | undefined;
  readonly problems: readonly Problem[];
}

/** What says how much the readings give, and what of it an earlier slip settled already. */
const SAYS_ENERGY: ReadonlySet<string> = new Set([
  'settlement.energyNotMetered',
  'settlement.energyNotNetted',
]);
const JUDGED = ['readingFrom', 'readingTo', 'energy'];

/**
 * Judges the readings of a slip whose energy is not typed yet as if it were what they say: a meter that runs
 * backwards, does not go on from the slip before, jumps, or gives more than the sun is told at once, not
 * when all is typed. Nothing is judged while the readings or the prices cannot be read.
 */
export function readingAlone(
  form: SettlementForm,
  station: SettledStation,
  slips: readonly StandingSlip[],
): ReadingAlone {
  const isBlank = (text: string): boolean => text.trim() === '';
  if (!isBlank(form.energy) || isBlank(form.readingTo) || form.withoutReadings === 'on')
    return { metered: undefined, problems: [] };
  const read = (energy: string): readonly Problem[] =>
    readSlip({ ...form, energy, energyUnit: 'kWh' }, station, slips).problems;
  const differs = read('0').find(({ code }) => SAYS_ENERGY.has(code));
  const metered = differs?.facts?.['expected'] ?? differs?.facts?.['metered'];
  const kwh = typeof metered === 'string' ? metered : undefined;
  const problems = read(kwh ?? '0').filter(({ field }) => JUDGED.includes(field));
  // The box of the energy is blank: what its reading would give, in kWh, is said beside the reading.
  const told = problems.map((each) =>
    each.field === 'energy' ? { ...each, field: 'readingTo', value: kwh ?? '0' } : each,
  );
  return { metered: told.length === 0 ? kwh : undefined, problems: told };
}

/** The energy that the readings say, in the unit that is chosen. */
export function inUnit(kwh: string, unit: string | undefined): string {
  return unit === 'MWh' ? product(kwh, '0.001') : kwh;
}
