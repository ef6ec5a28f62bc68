import {
  addMonths,
  type CalendarDay,
  daysInclusive,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsBetween,
} from '../calendar/calendar-day';
import { compareQuantities, difference, product, sumQuantities } from '../money/charge';
import type { Facts } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import {
  changesIn,
  changesOf,
  correctedReading,
  isReading,
  meteredEnergy,
  type MeterRecord,
  type MeterSegment,
  segmentsOf,
} from './meter-record';
import type { OpenedIncome } from './opened-months';
import type { PriceBounds } from './tariff';

/** A reading on a neighbouring slip, and the energy of the slips between that print no readings. */
export interface AdjoiningReading {
  readonly month: Month;
  readonly reading: string;
  readonly unread: readonly string[];
  /**
   * kWh that the earlier slip has settled too much, below zero too little, because its closing reading was
   * found wrong afterwards and the slip stands; absent where no reading of its month was found wrong.
   */
  readonly overKwh?: string;
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
  /** What the grid and the state pay in the slip's month; absent or 0 where nobody knows. */
  readonly energyPriceYuanPerKwh?: string;
  readonly subsidyPriceYuanPerKwh?: string;
  readonly alreadySettled: readonly Month[];
  /** No slip is booked ahead of it; absent where nothing is booked. */
  readonly today?: CalendarDay;
  /** What the opening of the books carries of the station as owed. */
  readonly opened?: readonly OpenedIncome[];
  /** Between which prices such energy is usually paid; asked where the register knows no price. */
  readonly priceBounds?: PriceBounds;
  /** What happened to the meter: replacements, resets, estimates, corrections that stand. */
  readonly records?: readonly MeterRecord[];
  /** More energy than this in the month is hardly possible there; absent where nobody knows. */
  readonly likelyAtMostKwh?: string;
}

/**
 * No sun gives more than this many full hours a day over a month; a reading above it is an error of the
 * slip.
 */
const HOURS_PER_DAY_AT_MOST = '12';

/** What a slip says of the meter; readings are blank where it prints none. */
export interface MeterReading {
  readonly generationMonth: Month;
  readonly readingFrom: string;
  readonly readingTo: string;
  readonly multiplier: string;
  readonly energyKwh: string;
}

/**
 * Holds a slip against its meter and the sun: the meter does not run backwards, starts where it stopped and
 * stops where it started again, and (to − from) × multiplier gives the energy within 1 kWh; where the meter
 * was changed in the month, added up over its stretches. What an earlier slip settled too much by a reading
 * found wrong is taken off. Codes `settlement.*`.
 */
export function meterProblems(printed: MeterReading, meter: MeterFacts): Problem[] {
  const slip = openedRightly(printed, meter);
  const sun = sunProblems(slip, meter);
  const said = (['readingFrom', 'readingTo'] as const).filter((field) => slip[field] !== '');
  // One reading alone can still be held against the slip beside it.
  if (said.length < 2) return [...said.flatMap((field) => gapProblems(slip, field, meter)), ...sun];
  const { changes, metered, backwards, beside, energy } = runOf(slip, meter);
  if (backwards.length > 0) return backwards;
  const most = product(meter.capacityKw, '24', String(daysIn(slip.generationMonth)));
  if (compareQuantities(metered, most) > 0) return [...beside, jumpProblem(slip, { metered, most }, changes)];
  return [...beside, ...energy, ...sun];
}

/** What says how far the meter ran: without the sun, which any other table of it would judge otherwise. */
export type RunFacts = Pick<MeterFacts, 'previous' | 'next' | 'records'>;

/**
 * Whether a slip says what its meter ran, by its records and the slips beside it: the first half of
 * {@link meterProblems}. Nothing is wrong with a slip that prints no readings.
 */
export function runProblems(printed: MeterReading, facts: RunFacts): Problem[] {
  const slip = openedRightly(printed, facts);
  if (slip.readingFrom === '' || slip.readingTo === '') return [];
  const { backwards, beside, energy } = runOf(slip, facts);
  return backwards.length > 0 ? backwards : [...beside, ...energy];
}

/** A slip's run over the stretches of its month, and what is wrong with it, question by question. */
function runOf(
  slip: MeterReading,
  facts: RunFacts,
): Readonly<Record<'backwards' | 'beside' | 'energy', Problem[]>> & {
  readonly changes: readonly MeterRecord[];
  readonly metered: string;
} {
  const changes = changesIn(facts.records ?? [], slip.generationMonth);
  const segments = segmentsOf(slip, changes);
  const metered = meteredEnergy(segments);
  return {
    changes,
    metered,
    backwards: segments
      .filter(({ from, to }) => compareQuantities(to, from) < 0)
      .map((segment) => backwardsProblem(slip, segment, changes)),
    beside: [
      ...recordProblems(slip, facts.records ?? []),
      ...gapProblems(slip, 'readingFrom', facts),
      ...gapProblems(slip, 'readingTo', facts),
    ],
    energy: energyProblems(slip, metered, facts.previous),
  };
}

/**
 * A slip that goes on from the wrong reading with which the slip before it stands, as the grid's next one
 * usually does: by that it takes off what was settled too much, and is held against the meter as if it opened
 * with the right one.
 */
function openedRightly(slip: MeterReading, { previous, records = [] }: RunFacts): MeterReading {
  if (previous?.overKwh === undefined || previous.unread.length > 0) return slip;
  if (compareQuantities(previous.overKwh, '0') === 0) return slip;
  const right = correctedReading(slip.readingFrom, { month: previous.month, records });
  return isReading(right, previous.reading) ? { ...slip, readingFrom: right } : slip;
}

/** Where the meter was changed in the month, the new one's reading was most likely not the one typed. */
function jumpProblem(slip: MeterReading, facts: Facts, changes: readonly MeterRecord[]): Problem {
  const jump = { field: 'readingTo', value: slip.readingTo };
  const change = changes.at(-1);
  if (change === undefined) return { ...jump, code: 'settlement.meterJump', facts };
  const { on, readingWas, readingIs } = change;
  return { ...jump, code: 'settlement.changeJump', facts: { ...facts, on, readingWas, readingIs } };
}

/**
 * The energy is what the meter ran; right after a slip that settled too much, which stands, it is that much
 * less: the grid takes it off its next slip, and no kWh is income twice.
 */
function energyProblems(slip: MeterReading, metered: string, previous?: AdjoiningReading): Problem[] {
  const isNext = previous?.unread.length === 0 && compareQuantities(slip.readingFrom, previous.reading) === 0;
  const over = isNext ? (previous.overKwh ?? '0') : '0';
  const expected = difference(metered, over);
  if (!isApart(expected, slip.energyKwh, '1')) return [];
  const isNetted = compareQuantities(over, '0') !== 0;
  const code = isNetted ? 'settlement.energyNotNetted' : 'settlement.energyNotMetered';
  const facts: Facts = isNetted ? { metered, over, expected } : { metered };
  return [{ code, field: 'energy', value: slip.energyKwh, facts }];
}

function backwardsProblem(
  slip: MeterReading,
  { from, to }: MeterSegment,
  changes: readonly MeterRecord[],
): Problem {
  const facts = changes.length === 0 ? { readingFrom: from } : { from, to };
  const code = changes.length === 0 ? 'settlement.meterBackwards' : 'settlement.stretchBackwards';
  return { code, field: 'readingTo', value: slip.readingTo, facts };
}

function sunProblems(slip: MeterReading, meter: MeterFacts): Problem[] {
  const most = product(meter.capacityKw, HOURS_PER_DAY_AT_MOST, '31');
  if (compareQuantities(slip.energyKwh, most) <= 0) return [];
  return [{ code: 'settlement.moreThanSun', field: 'energy', value: slip.energyKwh, facts: { most } }];
}

/**
 * A reading found wrong is not used again; a month whose closing reading is recorded as estimated has it, or
 * what the estimate was found to be.
 */
function recordProblems(slip: MeterReading, records: readonly MeterRecord[]): Problem[] {
  const months = { readingFrom: addMonths(slip.generationMonth, -1), readingTo: slip.generationMonth };
  const corrected = (['readingFrom', 'readingTo'] as const).flatMap((field): Problem[] => {
    const value = slip[field];
    const right = correctedReading(value, { month: months[field], records });
    return right === value ? [] : [{ code: 'settlement.readingCorrected', field, value, facts: { right } }];
  });
  const estimate = records.find(
    ({ kind, on }) => kind === 'estimated' && monthOf(on) === slip.generationMonth,
  );
  if (estimate === undefined) return corrected;
  const estimated = correctedReading(estimate.readingIs, { month: slip.generationMonth, records });
  if (compareQuantities(estimated, slip.readingTo) === 0) return corrected;
  const facts = { estimated };
  const differs = { code: 'settlement.estimateDiffers', field: 'readingTo', value: slip.readingTo, facts };
  return [...corrected, differs];
}

/**
 * What is possible and yet so unlikely that somebody has to say why: more energy than the region's sun gives
 * in such a month. Codes `settlement.yieldUnlikely`. Source: domain facts §6.5; the bound is unconfirmed.
 */
export function unlikelyFlags(slip: MeterReading, meter: MeterFacts): Problem[] {
  const { likelyAtMostKwh: most } = meter;
  if (most === undefined || compareQuantities(slip.energyKwh, most) <= 0) return [];
  return [{ code: 'settlement.yieldUnlikely', field: 'energy', value: slip.energyKwh, facts: { most } }];
}

/**
 * The meter stands where the slip beside this one says; where slips between print no readings, it has gone on
 * by their energy, within 1 kWh for each of them; where it was changed between, it has gone on from where the
 * new run began, or up to where the old one ended.
 */
function gapProblems(slip: MeterReading, field: 'readingFrom' | 'readingTo', meter: RunFacts): Problem[] {
  const adjoining = field === 'readingFrom' ? meter.previous : meter.next;
  const change = changeBeside(slip.generationMonth, field, meter);
  if (change !== undefined) return changeProblems(slip, field, change);
  if (adjoining === undefined) return [];
  const { reading, unread } = adjoining;
  const value = slip[field];
  if (unread.length === 0) {
    if (compareQuantities(value, reading) === 0) return [];
    return [gapProblem(slip, field, adjoining)];
  }
  const [from, to] = field === 'readingFrom' ? [reading, value] : [value, reading];
  const over = field === 'readingFrom' ? (adjoining.overKwh ?? '0') : '0';
  const metered = difference(product(difference(to, from), slip.multiplier), over);
  const settled = sumQuantities(unread);
  if (!isApart(metered, settled, String(unread.length))) return [];
  const facts = { adjoining: reading, metered, settled };
  return [{ code: 'settlement.unreadGap', field, value, facts }];
}

/** A gap between two slips; where whole months lie between them, their slips are missing. */
function gapProblem(
  slip: MeterReading,
  field: 'readingFrom' | 'readingTo',
  { month, reading }: AdjoiningReading,
): Problem {
  const [earlier, later] =
    field === 'readingFrom' ? [month, slip.generationMonth] : [slip.generationMonth, month];
  const months = monthsBetween(earlier, later).slice(1, -1);
  const gap = { field, value: slip[field] };
  if (months.length === 0) return { ...gap, code: 'settlement.readingGap', facts: { adjoining: reading } };
  return { ...gap, code: 'settlement.slipsMissing', facts: { adjoining: reading, months } };
}

/** The change of the meter that stands nearer to a slip's reading than the slip beside it. */
function changeBeside(
  month: Month,
  field: 'readingFrom' | 'readingTo',
  { records = [], previous, next }: RunFacts,
): MeterRecord | undefined {
  const changes = changesOf(records);
  if (field === 'readingFrom') {
    const since = previous?.month ?? '';
    return changes.filter(({ on }) => monthOf(on) > since && monthOf(on) < month).at(-1);
  }
  return changes.find(({ on }) => monthOf(on) > month && (next === undefined || monthOf(on) < next.month));
}

function changeProblems(
  slip: MeterReading,
  field: 'readingFrom' | 'readingTo',
  change: MeterRecord,
): Problem[] {
  const value = slip[field];
  const reading = field === 'readingFrom' ? change.readingIs : change.readingWas;
  const [from, to] = field === 'readingFrom' ? [reading, value] : [value, reading];
  if (compareQuantities(to, from) >= 0) return [];
  return [{ code: 'settlement.changeBackwards', field, value, facts: { on: change.on, reading } }];
}

/** Whether two quantities are further apart than a tolerance. */
function isApart(one: string, other: string, tolerance: string): boolean {
  const apart = difference(one, other);
  return compareQuantities(apart.startsWith('-') ? apart.slice(1) : apart, tolerance) > 0;
}

function daysIn(month: Month): number {
  return daysInclusive(firstDayOf(month), lastDayOf(month));
}
