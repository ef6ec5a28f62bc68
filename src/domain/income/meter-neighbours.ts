import { addMonths, type Month, monthOf } from '../calendar/calendar-day';
import { compareQuantities, difference, product } from '../money/charge';
import { type AdjoiningReading, type MeterFacts, meterProblems } from './meter';
import { correctedReading, type MeteredSlip, type MeterRecord, multiplierAt } from './meter-record';

/** A station's meter, with what happened to it. */
export interface RecordedMeter {
  /** As the register has it. */
  readonly multiplier: string;
  readonly capacityKw: string;
  readonly acquiredOn: string;
  readonly records: readonly MeterRecord[];
}

/** What a slip is held against on its two sides. */
export type Neighbours = Pick<MeterFacts, 'previous' | 'next'>;

type Beside = Omit<MeteredSlip, 'entryId'>;

/** The slips between a month and the nearest readings before and after it, with those that print them. */
export function slipsBeside<Slip extends Beside>(month: Month, slips: readonly Slip[]): Slip[] {
  const before = slips.filter((slip) => slip.generationMonth < month);
  const after = slips.filter((slip) => slip.generationMonth > month);
  const since = before.findLastIndex(({ readingTo }) => readingTo !== '');
  const until = after.findIndex(({ readingFrom }) => readingFrom !== '');
  return [...(since < 0 ? [] : before.slice(since)), ...after.slice(0, until + 1)];
}

/**
 * The nearest readings before and after a month, as they were found to be right, and the energy of the slips
 * between that print none.
 * @param slips by month
 */
export function neighboursOf(
  month: Month,
  slips: readonly Beside[],
  meter: Pick<RecordedMeter, 'multiplier' | 'records'>,
): Neighbours {
  const { records } = meter;
  const before = slips.filter((slip) => slip.generationMonth < month).reverse();
  const after = slips.filter((slip) => slip.generationMonth > month);
  const previous = adjoining(before, 'readingTo', records);
  const next = adjoining(after, 'readingFrom', records);
  const overKwh = overKwhOf(
    before.find(({ readingTo }) => readingTo !== ''),
    meter,
  );
  return {
    ...(previous === undefined
      ? {}
      : { previous: overKwh === undefined ? previous : { ...previous, overKwh } }),
    ...(next === undefined ? {} : { next }),
  };
}

function adjoining(
  nearest: readonly Beside[],
  side: 'readingFrom' | 'readingTo',
  records: readonly MeterRecord[],
): AdjoiningReading | undefined {
  const place = nearest.findIndex((slip) => slip[side] !== '');
  const slip = nearest[place];
  if (slip === undefined) return undefined;
  const month = slip.generationMonth;
  const readIn = side === 'readingTo' ? month : addMonths(month, -1);
  return {
    month,
    reading: correctedReading(slip[side], { month: readIn, records }),
    unread: nearest.slice(0, place).map(({ energyKwh }) => energyKwh),
  };
}

/**
 * kWh that a slip has settled too much by a closing reading found wrong since: nothing of it where the slip
 * was entered again; undefined where no closing reading of its month was found wrong.
 */
function overKwhOf(
  slip: Beside | undefined,
  meter: Pick<RecordedMeter, 'multiplier' | 'records'>,
): string | undefined {
  if (slip === undefined || slip.readingTo === '') return undefined;
  const { generationMonth: month, readingTo } = slip;
  const { records } = meter;
  if (!records.some(({ kind, on }) => kind === 'corrected' && monthOf(on) === month)) return undefined;
  const right = correctedReading(readingTo, { month, records });
  return product(difference(readingTo, right), multiplierAt(meter.multiplier, records, addMonths(month, 1)));
}

/**
 * The slips that stand and do not go with what is recorded about their meter, though they went with what was
 * known before: each is reversed and entered again. A slip whose wrong closing reading the next slip makes up
 * for, kWh for kWh, may stand: together they settled what the meter ran.
 * @param slips by month
 * @param known what was recorded before; nothing but the slips themselves where left out
 */
export function touchedSlips<Slip extends MeteredSlip>(
  slips: readonly Slip[],
  meter: RecordedMeter,
  known: readonly MeterRecord[] = [],
): Slip[] {
  const newCodes = slips.map((slip) => {
    const before = codesOf(slip, slips, { ...meter, records: known });
    return [...codesOf(slip, slips, meter)].filter((code) => !before.has(code));
  });
  return slips.filter((_, place) => {
    const found = newCodes[place] ?? [];
    if (found.length === 0) return false;
    return !(found.every((code) => IS_CLOSING_WRONG.has(code)) && isMadeUpFor(slips, place, meter));
  });
}

/** What is said of a slip whose closing reading alone was found wrong. */
const IS_CLOSING_WRONG: ReadonlySet<string> = new Set([
  'settlement.readingCorrected readingTo',
  'settlement.estimateDiffers readingTo',
  'settlement.readingGap readingTo',
  'settlement.slipsMissing readingTo',
]);

/** Whether the next slip goes on from there, as found right or printed, and leaves out what was too much. */
function isMadeUpFor(slips: readonly MeteredSlip[], place: number, meter: RecordedMeter): boolean {
  const [slip, next] = [slips[place], slips[place + 1]];
  if (slip === undefined || next === undefined || next.readingFrom === '') return false;
  const found = { month: slip.generationMonth, records: meter.records };
  const right = correctedReading(slip.readingTo, found);
  if (compareQuantities(correctedReading(next.readingFrom, found), right) !== 0) return false;
  return ![...codesOf(next, slips, meter)].some((code) => code.endsWith(' energy'));
}

/** What is wrong with a slip as it stands among the others. */
function codesOf(slip: MeteredSlip, slips: readonly MeteredSlip[], meter: RecordedMeter): Set<string> {
  const month = slip.generationMonth;
  const multiplier = multiplierAt(meter.multiplier, meter.records, month);
  const neighbours = neighboursOf(month, slips, meter);
  const facts = { ...meter, ...neighbours, alreadySettled: [] };
  // After a month whose reading was found wrong the energy is judged anew.
  const since = neighbours.previous?.overKwh === undefined ? '' : 'since ';
  return new Set(
    meterProblems({ ...slip, multiplier }, facts).map(
      ({ code, field }) => `${field === 'energy' ? since : ''}${code} ${field}`,
    ),
  );
}
