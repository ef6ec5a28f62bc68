import type { Month } from '../calendar/calendar-day';
import { compareQuantities, readQuantity } from '../money/charge';
import type { Problem } from '../shared/problem';
import type { MeterFacts } from './meter';
import { changesIn, type MeterRecord, multiplierAt } from './meter-record';
import { readSettlement, type SettlementForm } from './settlement';

/** What the register knows of a station that a slip may be of. */
export type PossibleMeter = Pick<MeterFacts, 'multiplier' | 'capacityKw' | 'records' | 'opened'>;

/** What hangs on the multiplier, and on how much the station can give. */
const OF_MULTIPLIER: ReadonlySet<string> = new Set(['settlement.energyNotMetered', 'settlement.meterJump']);
const OF_CAPACITY: ReadonlySet<string> = new Set(['settlement.moreThanSun', 'settlement.meterJump']);

/**
 * What is wrong with a slip whichever of some stations it is of: its sums, readings that run backwards or do
 * not give its energy by the multiplier that stands beside them, or more than the largest of them gives.
 * @param said its month where that is known, and the multiplier as its row has it
 */
export function unplacedSlipProblems(
  form: SettlementForm,
  meters: readonly PossibleMeter[],
  said: { readonly month: Month | undefined; readonly multiplier: string },
): Problem[] {
  const { month } = said;
  const multipliers = new Set(
    meters.map(({ multiplier, records = [] }) =>
      month === undefined ? multiplier : multiplierAt(multiplier, records, month),
    ),
  );
  const [only] = multipliers.size === 1 ? multipliers : [];
  const multiplier = readQuantity(said.multiplier) ?? only;
  const read = readSettlement(
    { ...form, generationMonth: '' },
    {
      multiplier: multiplier ?? '1',
      capacityKw: meters.map(({ capacityKw }) => capacityKw).reduce(larger, '0'),
      acquiredOn: '2000-01-01',
      alreadySettled: [],
      records: meters.flatMap(({ records = [] }) => records.filter((each) => mayBear(each, month))),
      opened: meters.flatMap(({ opened = [] }) => opened),
    },
  );
  return read.problems.filter(({ code, field }) => {
    if (field === 'generationMonth' || (multiplier === undefined && OF_MULTIPLIER.has(code))) return false;
    return meters.length > 0 || !OF_CAPACITY.has(code);
  });
}

/** A meter's changes bear on their own month, a reading found wrong on the ones after it. */
function mayBear(record: MeterRecord, month: Month | undefined): boolean {
  return month === undefined || record.kind === 'corrected' || changesIn([record], month).length > 0;
}

function larger(one: string, other: string): string {
  return compareQuantities(one, other) < 0 ? other : one;
}
