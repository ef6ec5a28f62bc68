import { lastDayOf } from '../../domain/calendar/calendar-day';
import { inItsCell, type ReadSlips, type UnplacedSlip } from '../../domain/income/settlement-lines';
import { WANTS_REASON } from '../../domain/income/settlement';
import { unplacedSlipProblems } from '../../domain/income/unplaced-slip';
import { changesOf } from '../../domain/income/meter-record';
import { compareQuantities, readQuantity } from '../../domain/money/charge';
import type { Problem } from '../../domain/shared/problem';
import { readSlip } from './settlement-slip';
import type { StationOfSlips } from './settlement-stations.service';

/**
 * What is wrong with the slips of a table whose station or month nobody knows yet, and with rows that are
 * there twice, by their cells. A slip whose station is known is held against it, any other against all of the
 * village's.
 * @param postedOn the day of their vouchers
 */
export function unplacedProblems(
  stations: readonly StationOfSlips[],
  { unplaced, units }: Pick<ReadSlips, 'unplaced' | 'units'>,
  postedOn: string,
): Problem[] {
  const meters = stations.map(meterOf);
  const byId = new Map(stations.map((each) => [each.inTable.id, each]));
  return unplaced.flatMap((slip) => {
    const station = byId.get(slip.station?.id ?? '');
    // What was recorded of a meter is held against the slips beside, of which none is known here.
    const isPlain = station?.facts.records.length === 0;
    const generationMonth = isPlain ? (slip.month ?? '') : '';
    const form = { ...slip.form, generationMonth, postedOn };
    const found =
      station === undefined
        ? unplacedSlipProblems(form, meters, slip)
        : [...multiplierProblems(slip, station), ...readSlip(form, station.facts, []).problems];
    // Which unit the energy is in is asked first: until then nobody knows what the meter should have run.
    const isSaid = ({ code }: Problem): boolean =>
      !WANTS_REASON.has(code) && (units !== undefined || code !== 'settlement.energyNotMetered');
    const told = found.filter((each) => each.field !== 'generationMonth' && isSaid(each));
    return [...aheadProblems(slip, postedOn), ...told].map((each) => inItsCell(each, slip));
  });
}

/** A month that is not over has no slip, of whatever station. */
function aheadProblems({ month, station }: UnplacedSlip, postedOn: string): Problem[] {
  if (month === undefined || station !== undefined || postedOn >= lastDayOf(month)) return [];
  return [{ code: 'settlement.notYetGenerated', field: 'generationMonth', value: month }];
}

function meterOf({ facts }: StationOfSlips): Parameters<typeof unplacedSlipProblems>[1][number] {
  const { asset, records, opened } = facts;
  return { multiplier: asset.meterMultiplier ?? '1', capacityKw: asset.capacityKw ?? '0', records, opened };
}

/** A meter that was never changed has one multiplier, whatever the month. */
function multiplierProblems(slip: UnplacedSlip, station: StationOfSlips): Problem[] {
  const { asset, records } = station.facts;
  const value = readQuantity(slip.multiplier);
  const registered = asset.meterMultiplier ?? '1';
  if (value === undefined || changesOf(records).length > 0) return [];
  if (compareQuantities(value, registered) === 0) return [];
  const facts = { registered, station: asset.name };
  return [{ code: 'slipTable.multiplierDiffers', field: 'multiplier', value, facts }];
}
