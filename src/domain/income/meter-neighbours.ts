import { addMonths, type Month } from '../calendar/calendar-day';
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

/**
 * The nearest readings before and after a month, as they were found to be right, and the energy of the slips
 * between that print none.
 * @param slips by month
 */
export function neighboursOf(
  month: Month,
  slips: readonly Beside[],
  records: readonly MeterRecord[],
): Neighbours {
  const before = slips.filter((slip) => slip.generationMonth < month).reverse();
  const after = slips.filter((slip) => slip.generationMonth > month);
  const previous = adjoining(before, 'readingTo', records);
  const next = adjoining(after, 'readingFrom', records);
  return { ...(previous === undefined ? {} : { previous }), ...(next === undefined ? {} : { next }) };
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
  return {
    month,
    reading: correctedReading(slip[side], {
      month: side === 'readingTo' ? month : addMonths(month, -1),
      records,
    }),
    unread: nearest.slice(0, place).map(({ energyKwh }) => energyKwh),
  };
}

/**
 * The slips that stand and do not go with what is recorded about their meter, though they went with what was
 * known before: each is reversed and entered again.
 * @param slips by month
 * @param known what was recorded before; nothing but the slips themselves where left out
 */
export function touchedSlips<Slip extends MeteredSlip>(
  slips: readonly Slip[],
  meter: RecordedMeter,
  known: readonly MeterRecord[] = [],
): Slip[] {
  return slips.filter((slip) => {
    const before = codesOf(slip, slips, { ...meter, records: known });
    return [...codesOf(slip, slips, meter)].some((code) => !before.has(code));
  });
}

/** What is wrong with a slip as it stands among the others. */
function codesOf(slip: MeteredSlip, slips: readonly MeteredSlip[], meter: RecordedMeter): Set<string> {
  const month = slip.generationMonth;
  const { records } = meter;
  const multiplier = multiplierAt(meter.multiplier, records, month);
  const facts = { ...meter, ...neighboursOf(month, slips, records), alreadySettled: [] };
  return new Set(meterProblems({ ...slip, multiplier }, facts).map(({ code, field }) => `${code} ${field}`));
}
