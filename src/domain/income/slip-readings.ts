import type { Month } from '../calendar/calendar-day';
import type { BreakPlace, Findings } from '../ledger/check-pass';
import { chargeInRange, compareQuantities } from '../money/charge';
import type { Fen } from '../money/fen';
import { runProblems } from './meter';
import { neighboursOf, slipsBeside } from './meter-neighbours';
import { type MeteredSlip, type MeterRecord, multiplierAt } from './meter-record';

/** On what a slip's energy was reckoned when it was entered. */
export interface SlipReadings {
  /** The multiplier of the register. */
  readonly registeredMultiplier: string;
  /** The meter's records that stood, by day. */
  readonly recordIds: readonly string[];
  /** The slips that stood beside it, as far as the nearest readings, by month. */
  readonly slipIds: readonly string[];
}

type KnownSlip = Omit<MeteredSlip, 'entryId'> & { readonly id: string };

/** What is kept with a slip of what it was reckoned on. */
export function reckonedOn(
  month: Month,
  slips: readonly KnownSlip[],
  meter: { readonly multiplier: string; readonly records: readonly MeterRecord[] },
): SlipReadings {
  return {
    registeredMultiplier: meter.multiplier,
    recordIds: meter.records.map(({ id }) => id),
    slipIds: slipsBeside(month, slips).map(({ id }) => id),
  };
}

/** A slip as its row stands now. */
export interface KeptSlipRow extends KnownSlip {
  readonly multiplier: string;
  readonly energyPrice: string;
  readonly energyFee: Fen;
}

/** The rows that a slip was reckoned on, as they stand now. */
export interface ReadingsBehind {
  readonly readings: SlipReadings;
  readonly records: readonly MeterRecord[];
  readonly slips: readonly KnownSlip[];
}

/** Where what is found goes, and the name of the station. */
interface Told {
  readonly findings: Findings;
  readonly at: BreakPlace;
  readonly station: string;
}

/**
 * Reckons a slip anew on the very rows it was entered on: by its readings, the records of its meter and the
 * slips beside it its energy is what the meter ran, and energy × price is its fee. A changed row of any of
 * them is found at the slip. Codes `check.slipRowsGone`, `check.slipMultiplier`, `check.slipReadings`,
 * `check.slipCharge`.
 */
export function checkSlipReadings(
  slip: KeptSlipRow,
  { readings, records, slips }: ReadingsBehind,
  { findings, at, station }: Told,
): void {
  findings.looked += 1;
  const { generationMonth: month, energyKwh, energyPrice } = slip;
  const fail = (code: string, facts: Readonly<Record<string, string | number>>): void => {
    findings.add(code, { ...at, month }, { station, ...facts });
  };
  const gone = readings.recordIds.length + readings.slipIds.length - records.length - slips.length;
  if (gone > 0) fail('check.slipRowsGone', { gone });
  const multiplier = multiplierAt(readings.registeredMultiplier, records, month);
  if (compareQuantities(multiplier, slip.multiplier) !== 0)
    fail('check.slipMultiplier', { found: multiplier, kept: slip.multiplier });
  const meter = { multiplier: readings.registeredMultiplier, records };
  const beside = neighboursOf(month, slips, meter);
  const [wrong] = runProblems({ ...slip, multiplier }, { ...beside, records });
  if (wrong !== undefined) {
    const { readingFrom: from, readingTo: to } = slip;
    const expected = wrong.facts?.['expected'] ?? wrong.facts?.['metered'];
    const isEnergy = wrong.field === 'energy' && typeof expected === 'string';
    if (isEnergy) fail('check.slipEnergy', { from, to, foundKwh: expected, keptKwh: energyKwh });
    else fail('check.slipReadings', { from, to });
  }
  const charged = chargeInRange(energyKwh, energyPrice);
  if (charged !== slip.energyFee)
    fail('check.slipCharge', { foundFen: String(charged ?? 0n), keptFen: String(slip.energyFee) });
}
