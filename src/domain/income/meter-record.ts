import { type CalendarDay, firstDayOf, type Month, monthOf } from '../calendar/calendar-day';
import { compareQuantities, difference, product, sumQuantities } from '../money/charge';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay, readNumber } from '../shared/typed-fields';

/**
 * What may happen to a meter besides running: it is replaced, its counter is reset, its closing reading of a
 * month was estimated, or was read wrongly.
 */
export const METER_RECORD_KINDS = ['replaced', 'reset', 'estimated', 'corrected'] as const;
export type MeterRecordKind = (typeof METER_RECORD_KINDS)[number];

/** A fact about a station's meter, dated, never changed; a wrong one is withdrawn with its reason. */
export interface MeterRecord {
  readonly id: string;
  readonly kind: MeterRecordKind;
  readonly on: CalendarDay;
  /** The last reading before it, or the wrong one; blank for an estimate. */
  readonly readingWas: string;
  /** The first reading after it, the estimated or the right one. */
  readonly readingIs: string;
  /** The multiplier that holds from it on; blank where it stays. */
  readonly multiplier: string;
  readonly meterNumber: string;
  readonly reason: string;
}

/** What a person types about a meter; everything is text as typed. */
export interface MeterRecordForm {
  readonly kind: string;
  readonly on: string;
  readonly readingWas: string;
  readonly readingIs: string;
  readonly multiplier: string;
  readonly meterNumber: string;
  readonly reason: string;
}

/** A slip that stands, as far as the meter is concerned. */
export interface MeteredSlip {
  readonly generationMonth: Month;
  readonly readingFrom: string;
  readonly readingTo: string;
}

/** What is known of the meter already. */
export interface MeterHistory {
  readonly today: CalendarDay;
  readonly acquiredOn: CalendarDay;
  readonly slips: readonly MeteredSlip[];
  readonly records: readonly MeterRecord[];
}

/**
 * Reads a record, or says everything that is wrong with it. A change of the meter comes before the slip of
 * its month, whose energy is then the sum over both meters; a wrong reading is one that a slip closes with.
 * Codes `meter.*`, `form.*`, `calendar.*`.
 */
export function readMeterRecord(
  form: MeterRecordForm,
  history: MeterHistory,
): { readonly record: Omit<MeterRecord, 'id'>; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const kind = METER_RECORD_KINDS.find((each) => each === form.kind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'kind', value: form.kind });
  const number = (field: 'readingWas' | 'readingIs'): string =>
    readNumber({ field, value: form[field] }, 'zero', problems) ?? '';
  const changesMultiplier = kind === 'replaced' && form.multiplier.trim() !== '';
  const record = {
    kind: kind ?? ('reset' as const),
    on: readDay({ field: 'on', value: form.on }, problems) ?? '',
    readingWas: kind === 'estimated' ? '' : number('readingWas'),
    readingIs: number('readingIs'),
    multiplier: changesMultiplier
      ? (readNumber({ field: 'multiplier', value: form.multiplier }, 'aboveZero', problems) ?? '')
      : '',
    meterNumber: form.meterNumber.trim(),
    reason: form.reason.trim(),
  };
  if (record.reason === '') problems.push({ code: 'form.missing', field: 'reason' });
  problems.push(...privateNumberProblems({ reason: record.reason }));
  if (problems.length === 0) problems.push(...historyProblems(record, history));
  return { record, problems };
}

function historyProblems(record: Omit<MeterRecord, 'id'>, history: MeterHistory): Problem[] {
  const { on, kind } = record;
  const problems: Problem[] = [];
  const fail = (code: string, facts: Problem['facts'] = {}): void => {
    problems.push({ code, field: 'on', value: on, facts });
  };
  if (on > history.today) fail('meter.inFuture', { today: history.today });
  if (on < history.acquiredOn) fail('meter.beforeAsset', { acquiredOn: history.acquiredOn });
  const slip = history.slips.find(({ generationMonth }) => generationMonth === monthOf(on));
  if (isChange(kind)) {
    if (slip !== undefined) fail('meter.monthSettled', { month: monthOf(on) });
    if (history.records.some((each) => isChange(each.kind) && each.on === on)) fail('meter.dayTwice');
  }
  return [...problems, ...readingProblems(record, slip?.readingTo ?? '')];
}

/** @param closing the reading with which the month's slip closes; blank where there is none */
function readingProblems(record: Omit<MeterRecord, 'id'>, closing: string): Problem[] {
  const { kind, readingWas, readingIs: value } = record;
  const month = monthOf(record.on);
  const field = 'readingIs';
  if (kind === 'reset' && compareQuantities(value, readingWas) >= 0) {
    return [{ code: 'meter.notAReset', field, value, facts: { readingWas } }];
  }
  if (kind === 'estimated' && closing !== '' && !isReading(closing, value)) {
    return [{ code: 'meter.estimateDiffers', field, value, facts: { closing, month } }];
  }
  if (kind !== 'corrected') return [];
  if (!isReading(closing, readingWas)) {
    const facts = { month, readingWas };
    return [{ code: 'meter.readingNotFound', field: 'readingWas', value: readingWas, facts }];
  }
  return isReading(value, readingWas) ? [{ code: 'meter.sameReading', field, value }] : [];
}

/**
 * Why a record cannot be withdrawn: a slip stands that was settled by it, which is reversed first. Codes
 * `meter.usedBySlip`.
 */
export function withdrawalProblems(record: MeterRecord, slips: readonly MeteredSlip[]): Problem[] {
  const month = monthOf(record.on);
  const slip = slips.find(({ generationMonth }) => generationMonth === month);
  const isUsed =
    record.kind === 'corrected'
      ? slip !== undefined && isReading(slip.readingTo, record.readingIs)
      : slip !== undefined && isChange(record.kind);
  return isUsed ? [{ code: 'meter.usedBySlip', field: 'recordId', facts: { month } }] : [];
}

/** Whether the counter begins anew with it. */
export function isChange(kind: MeterRecordKind): boolean {
  return kind === 'replaced' || kind === 'reset';
}

/** The records that change the meter within a month, by day. */
export function changesIn(records: readonly MeterRecord[], month: Month): MeterRecord[] {
  return records
    .filter(({ kind, on }) => isChange(kind) && monthOf(on) === month)
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}

/** The multiplier with which a month begins: the register's, or that of the last meter put in before. */
export function multiplierAt(registered: string, records: readonly MeterRecord[], month: Month): string {
  const last = records
    .filter(({ on, multiplier }) => multiplier !== '' && on < firstDayOf(month))
    .reduce<MeterRecord | undefined>(
      (latest, each) => (latest === undefined || each.on > latest.on ? each : latest),
      undefined,
    );
  return last?.multiplier ?? registered;
}

/** A stretch over which one meter ran without a break. */
export interface MeterSegment {
  readonly from: string;
  readonly to: string;
  readonly multiplier: string;
}

/** The stretches of a month: one, or one more for each change of the meter in it. */
export function segmentsOf(
  slip: Pick<MeteredSlip, 'readingFrom' | 'readingTo'> & { readonly multiplier: string },
  changes: readonly MeterRecord[],
): MeterSegment[] {
  const segments: MeterSegment[] = [];
  let { readingFrom: from, multiplier } = slip;
  for (const change of changes) {
    segments.push({ from, to: change.readingWas, multiplier });
    from = change.readingIs;
    if (change.multiplier !== '') multiplier = change.multiplier;
  }
  return [...segments, { from, to: slip.readingTo, multiplier }];
}

/** The energy of stretches in kWh: (to − from) × multiplier, added up. */
export function meteredEnergy(segments: readonly MeterSegment[]): string {
  return sumQuantities(segments.map(({ from, to, multiplier }) => product(difference(to, from), multiplier)));
}

/** A reading as it was found to be right, where a record corrects it. */
export function correctedReading(
  reading: string,
  { month, records }: { readonly month: Month; readonly records: readonly MeterRecord[] },
): string {
  const wrong = records.find(
    ({ kind, on, readingWas }) =>
      kind === 'corrected' && monthOf(on) === month && isReading(reading, readingWas),
  );
  return wrong?.readingIs ?? reading;
}

/**
 * The slips that a corrected reading touches and that still stand with the wrong one: the slip that closes
 * with it, and the next one, which opens with it. Each is reversed and entered again.
 * @param slips by month
 */
export function touchedSlips<Slip extends MeteredSlip>(
  records: readonly MeterRecord[],
  slips: readonly Slip[],
): Slip[] {
  const corrected = records.filter(({ kind }) => kind === 'corrected');
  return slips.filter((slip, place) =>
    corrected.some(({ on, readingWas }) => {
      const month = monthOf(on);
      const opens = slips.slice(0, place).every(({ generationMonth }) => generationMonth <= month);
      if (slip.generationMonth === month) return isReading(slip.readingTo, readingWas);
      return slip.generationMonth > month && opens && isReading(slip.readingFrom, readingWas);
    }),
  );
}

function isReading(reading: string, other: string): boolean {
  return reading !== '' && compareQuantities(reading, other) === 0;
}
