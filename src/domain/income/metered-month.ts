import {
  type CalendarDay,
  firstDayOf,
  lastDayOf,
  type Month,
  daysInclusive,
  addDays,
} from '../calendar/calendar-day';
import { compareQuantities, product, readQuantity, sumQuantities } from '../money/charge';
import type { Problem } from '../shared/problem';
import { readDay, readMonth } from '../shared/typed-fields';

/** Where energy was read besides the grid's slip. */
export const METER_SOURCES = ['inverter', 'meter'] as const;
export type MeterSource = (typeof METER_SOURCES)[number];

/** Energy of a month, or of a day, as read from an inverter or a meter. Of one span the latest row holds. */
export interface MeteredSpan {
  /** `2025-06` or `2025-06-01`. */
  readonly span: string;
  readonly kwh: string;
  readonly source: MeterSource;
}

/** What was read of a month: whole, or by its days. */
export interface MeteredMonth {
  readonly kwh: string;
  readonly source: MeterSource;
  readonly by: 'month' | 'days';
  /** Days of the month of which nothing was read; none where the month was read whole. */
  readonly missingDays: readonly CalendarDay[];
}

/**
 * What was read of a month: the month's own figure where there is one, else the sum of its days, with the
 * days that are missing by name.
 * @param spans in the order of their entry
 * @param until the last day that is looked for: none is missing before it is over
 */
export function meteredMonth(
  spans: readonly MeteredSpan[],
  month: Month,
  until: CalendarDay,
): MeteredMonth | undefined {
  const latest = new Map(spans.filter(({ span }) => span.startsWith(month)).map((each) => [each.span, each]));
  const whole = latest.get(month);
  if (whole !== undefined) return { kwh: whole.kwh, source: whole.source, by: 'month', missingDays: [] };
  const days = [...latest.values()];
  const [first] = days;
  if (first === undefined) return undefined;
  const last = until < lastDayOf(month) ? until : lastDayOf(month);
  const count = last < firstDayOf(month) ? 0 : daysInclusive(firstDayOf(month), last);
  const missingDays = Array.from({ length: count }, (_, place) => addDays(firstDayOf(month), place));
  return {
    kwh: sumQuantities(days.map(({ kwh }) => kwh)),
    source: first.source,
    by: 'days',
    missingDays: missingDays.filter((day) => !latest.has(day)),
  };
}

/**
 * The energy by which a month's yield is judged: the slip's, else what was read of the whole month. There is
 * none where days are missing: less than usual would only tell of these days.
 */
export function kwhOfWholeMonth(
  settledKwh: string | undefined,
  metered: MeteredMonth | undefined,
): string | undefined {
  return settledKwh ?? (metered?.missingDays.length === 0 ? metered.kwh : undefined);
}

/** What a person types or pastes of an inverter or a meter: a span and its kWh on each line. */
export interface MeterKwhForm {
  readonly meterSource: string;
  readonly meterLines: string;
}

const HOURS_A_DAY = '24';
const DAY_LENGTH = 10;

/**
 * Reads the lines, or says what is wrong with each: the month or day, the kWh, no line twice, nothing ahead
 * of today or before the station stood, and no more than it could give day and night. Codes `meterKwh.*`,
 * `form.*`, `calendar.*`.
 */
export function readMeterKwh(
  form: MeterKwhForm,
  station: MeteredStation,
): { spans: MeteredSpan[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const source = METER_SOURCES.find((each) => each === form.meterSource);
  if (source === undefined) {
    problems.push({ code: 'form.notAllowed', field: 'meterSource', value: form.meterSource });
  }
  const lines = form.meterLines.split('\n').map((line) => line.trim());
  const typed = lines.filter((line) => line !== '');
  if (typed.length === 0) problems.push({ code: 'form.missing', field: 'meterLines' });
  const spans: MeteredSpan[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const read = readLine(line, station);
    const isTwice = 'span' in read && spans.some(({ span }) => span === read.span);
    const problem = 'code' in read ? read : isTwice ? { code: 'meterKwh.twice' } : undefined;
    if (problem === undefined && 'span' in read) spans.push({ ...read, source: source ?? 'inverter' });
    else if (problem !== undefined) {
      const facts = { line: index + 1, ...('facts' in problem ? problem.facts : {}) };
      problems.push({ code: problem.code, field: 'meterLines', value: line, facts });
    }
  }
  return { spans, problems };
}

type LineProblem = Pick<Problem, 'code' | 'facts'>;

/** A station, as what was read of it is held against it. */
export interface MeteredStation {
  readonly today: CalendarDay;
  readonly acquiredOn: CalendarDay;
  readonly capacityKw: string;
}

function readLine(line: string, station: MeteredStation): { span: string; kwh: string } | LineProblem {
  const [spanTyped = '', kwhTyped = '', ...rest] = line.split(/\s+/);
  const span = spanOf(spanTyped);
  const kwh = readQuantity(kwhTyped);
  if (span === undefined || kwh === undefined || rest.length > 0) return { code: 'meterKwh.unreadable' };
  return spanProblem({ span, kwh }, station) ?? { span, kwh };
}

/**
 * What is wrong with the energy of a month or day: ahead of today, before the station stood, or more than it
 * could give day and night. Codes `meterKwh.ahead`, `meterKwh.before`, `meterKwh.tooMuch`.
 */
export function spanProblem(
  { span, kwh }: { readonly span: string; readonly kwh: string },
  station: MeteredStation,
): LineProblem | undefined {
  const isDay = span.length === DAY_LENGTH;
  if (span > (isDay ? station.today : station.today.slice(0, 7))) return { code: 'meterKwh.ahead' };
  if (span < (isDay ? station.acquiredOn : station.acquiredOn.slice(0, 7)))
    return { code: 'meterKwh.before' };
  const days = isDay ? 1 : daysInclusive(firstDayOf(span), lastDayOf(span));
  const most = product(station.capacityKw, HOURS_A_DAY, String(days));
  return compareQuantities(kwh, most) > 0 ? { code: 'meterKwh.tooMuch', facts: { most } } : undefined;
}

/** `2025/6/1`, `2025.06.01` and `2025-6` as a day or a month; undefined where it is neither. */
export function spanOf(typed: string): string | undefined {
  const parts = typed.split(/[-/.]/);
  const span = parts.map((part) => part.padStart(2, '0')).join('-');
  const problems: Problem[] = [];
  const read = parts.length === 2 ? readMonth : readDay;
  return read({ field: 'meterLines', value: span }, problems) === undefined || problems.length > 0
    ? undefined
    : span;
}
