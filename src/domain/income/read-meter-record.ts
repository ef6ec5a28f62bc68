import { addMonths, type CalendarDay, daysInclusive, firstDayOf, monthOf } from '../calendar/calendar-day';
import { compareQuantities, difference, product } from '../money/charge';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay, readNumber } from '../shared/typed-fields';
import { neighboursOf, type RecordedMeter, touchedSlips } from './meter-neighbours';
import {
  changesOf,
  correctedReading,
  isChange,
  isReading,
  METER_RECORD_KINDS,
  type MeteredSlip,
  type MeterRecord,
} from './meter-record';

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

/** What is known of the meter already. */
export interface MeterHistory extends RecordedMeter {
  readonly today: CalendarDay;
  /** By month. */
  readonly slips: readonly MeteredSlip[];
}

/**
 * Reads a record, or says everything that is wrong with it. A change of the meter comes before the slip of
 * its month, whose energy is then the sum over both meters, and goes with the slips before and after it; a
 * wrong reading is one that a slip closes with, or that was estimated. Codes `meter.*`, `form.*`,
 * `calendar.*`.
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
  const saysMultiplier = form.multiplier.trim() !== '';
  const changesMultiplier = kind === 'replaced' && saysMultiplier;
  if (saysMultiplier && kind !== undefined && !changesMultiplier)
    problems.push({ code: 'meter.multiplierStays', field: 'multiplier', value: form.multiplier.trim() });
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

type NewRecord = Omit<MeterRecord, 'id'>;

function historyProblems(record: NewRecord, history: MeterHistory): Problem[] {
  const { on, kind } = record;
  const problems: Problem[] = [];
  const fail = (code: string, facts: Problem['facts'] = {}): void => {
    problems.push({ code, field: 'on', value: on, facts });
  };
  if (on > history.today) fail('meter.inFuture', { today: history.today });
  if (on < history.acquiredOn) fail('meter.beforeAsset', { acquiredOn: history.acquiredOn });
  const month = monthOf(on);
  const slip = history.slips.find(({ generationMonth }) => generationMonth === month);
  if (!isChange(kind)) return [...problems, ...readingProblems(record, slip?.readingTo ?? '', history)];
  if (slip !== undefined && slip.entryId !== null) fail('meter.monthSettled', { month });
  if (history.records.some((each) => isChange(each.kind) && each.on === on)) fail('meter.dayTwice');
  if (kind === 'reset' && compareQuantities(record.readingIs, record.readingWas) >= 0) {
    const { readingIs: value, readingWas } = record;
    problems.push({ code: 'meter.notAReset', field: 'readingIs', value, facts: { readingWas } });
  }
  problems.push(...runProblems(record, history));
  if (problems.length > 0) return problems;
  const months = newlyTouched(history, [...history.records, { ...record, id: '' }]);
  if (months.length > 0) fail('meter.contradictsSlips', { months });
  return problems;
}

/** A meter runs on until it is changed, and from there to the next change: neither stretch goes backwards. */
function runProblems(record: NewRecord, history: MeterHistory): Problem[] {
  const { slips, records } = history;
  const { on, readingWas, readingIs } = record;
  const changes = changesOf(records);
  const [earlier, later] = [
    changes.filter((each) => each.on < on).at(-1),
    changes.find((each) => each.on > on),
  ];
  const { previous } = neighboursOf(monthOf(on), slips, history);
  const isSince = earlier !== undefined && (previous === undefined || monthOf(earlier.on) > previous.month);
  const least = isSince ? earlier.readingIs : previous?.reading;
  const problems: Problem[] = [];
  if (least !== undefined && compareQuantities(readingWas, least) < 0) {
    problems.push({ code: 'meter.readingBelow', field: 'readingWas', value: readingWas, facts: { least } });
  }
  const begun = isSince ? earlier.on : previous && firstDayOf(addMonths(previous.month, 1));
  if (least !== undefined && begun !== undefined)
    problems.push(...jumpProblems({ from: least, since: begun, record, at: record }, history));
  if (later !== undefined)
    problems.push(...jumpProblems({ from: readingIs, since: on, record, at: later }, history));
  const isSettledBetween = slips.some(
    ({ generationMonth: month, readingTo }) =>
      readingTo !== '' && month >= monthOf(on) && later !== undefined && month < monthOf(later.on),
  );
  if (later === undefined || isSettledBetween || compareQuantities(readingIs, later.readingWas) <= 0)
    return problems;
  const facts = { most: later.readingWas, changedOn: later.on };
  problems.push({ code: 'meter.readingAbove', field: 'readingIs', value: readingIs, facts });
  return problems;
}

/**
 * A meter that ran more between two days than the station could give if it ran day and night: one of the
 * readings was most likely typed wrongly. Code `meter.jump`.
 */
function jumpProblems(
  run: {
    readonly from: string;
    readonly since: CalendarDay;
    readonly record: NewRecord;
    /** The change that ends it: the record itself, or the next one after it. */
    readonly at: NewRecord;
  },
  { capacityKw, multiplier: registered, records }: MeterHistory,
): Problem[] {
  const { from, since, record, at } = run;
  const set = [...records, record].filter(({ multiplier, on }) => multiplier !== '' && on < at.on);
  const multiplier = changesOf(set.map((each) => ({ ...each, id: '' }))).at(-1)?.multiplier ?? registered;
  const metered = product(difference(at.readingWas, from), multiplier);
  const most = product(capacityKw, '24', String(daysInclusive(since, at.on)));
  if (compareQuantities(metered, most) <= 0) return [];
  const field = at === record ? 'readingWas' : 'readingIs';
  return [{ code: 'meter.jump', field, value: record[field], facts: { since, to: at.on, metered, most } }];
}

/** @param closing the reading with which the month's slip closes; blank where there is none */
function readingProblems(record: NewRecord, closing: string, { records }: MeterHistory): Problem[] {
  const { kind, readingWas, readingIs: value } = record;
  const month = monthOf(record.on);
  const field = 'readingIs';
  const ofMonth = records.filter(({ on }) => monthOf(on) === month);
  const estimate = ofMonth.find((each) => each.kind === 'estimated');
  if (kind === 'estimated') {
    if (estimate !== undefined) return [{ code: 'meter.estimatedTwice', field: 'on', facts: { month } }];
    const right = correctedReading(value, { month, records });
    if (closing === '' || isReading(closing, right)) return [];
    return [{ code: 'meter.estimateDiffers', field, value, facts: { closing, month } }];
  }
  if (!isReading(closing, readingWas) && !isReading(estimate?.readingIs ?? '', readingWas)) {
    const facts = { month, readingWas };
    return [{ code: 'meter.readingNotFound', field: 'readingWas', value: readingWas, facts }];
  }
  if (isReading(value, readingWas)) return [{ code: 'meter.sameReading', field, value }];
  const wasWrong = ofMonth.some((each) => each.kind === 'corrected' && isReading(each.readingWas, value));
  return wasWrong ? [{ code: 'meter.foundWrong', field, value, facts: { month } }] : [];
}

/**
 * Why a record cannot be withdrawn: a slip stands that was settled by it, which is reversed first. Codes
 * `meter.usedBySlip`.
 */
export function withdrawalProblems(record: MeterRecord, history: MeterHistory): Problem[] {
  const month = monthOf(record.on);
  const own = history.slips.find(
    ({ generationMonth, entryId }) => generationMonth === month && entryId !== null,
  );
  const isUsed =
    own !== undefined &&
    (isChange(record.kind) || (record.kind === 'corrected' && isReading(own.readingTo, record.readingIs)));
  const left = history.records.filter(({ id }) => id !== record.id);
  const months = [...new Set([...(isUsed ? [month] : []), ...newlyTouched(history, left)])].sort();
  return months.length === 0 ? [] : [{ code: 'meter.usedBySlip', field: 'recordId', facts: { months } }];
}

/** The months of booked slips that go with what is recorded now, and would not with other records. */
function newlyTouched(history: MeterHistory, records: readonly MeterRecord[]): string[] {
  return touchedSlips(history.slips, { ...history, records }, history.records)
    .filter(({ entryId }) => entryId !== null)
    .map(({ generationMonth }) => generationMonth);
}
