import { addMonths, type CalendarDay, lastDayOf, type Month, monthOf } from '../calendar/calendar-day';
import { compareRatios, readRatio } from '../money/ratio';
import type { Band, BandRow, CalendarLine, Flow, NoticeDuty } from './duties';
import { given } from './reckon';
import type { PlainFacts } from './subjects';

/** What a procedure of a document comes to: gone through as ordered, not so, or not to be told yet. */
export interface FlowStanding {
  readonly outcome: 'passed' | 'failed' | 'undecided';
  /** Steps and signers still to come, or what is not known. */
  readonly missing: readonly string[];
}

/**
 * Whether a procedure was gone through: every step on its day and none before the one ahead of it (the same
 * day is in order), everybody signed, and within the span. A procedure the document only names is judged by
 * whether it was `passed`.
 * @param facts days by the id of their step; `signers` with commas between; `took`: how much of the span's
 *   unit went by; `passed`, where the document spells no step out
 */
export function judgeFlow(flow: Flow, facts: PlainFacts): FlowStanding {
  const findings = [stepsFinding(flow, facts), signersFinding(flow, facts), spanFinding(flow, facts)];
  const isNamedOnly = flow.steps.length + flow.signers.length === 0 && flow.within === undefined;
  const parts = isNamedOnly ? [namedFinding(facts)] : findings;
  const missing = parts.flatMap((part) => part.missing);
  if (parts.some(({ isBroken }) => isBroken)) return { outcome: 'failed', missing };
  return { outcome: missing.length > 0 ? 'undecided' : 'passed', missing };
}

interface FlowFinding {
  readonly isBroken: boolean;
  readonly missing: readonly string[];
}

function stepsFinding({ steps }: Flow, facts: PlainFacts): FlowFinding {
  const days = steps.map(({ id }) => given(facts, id));
  const known = days.filter((day) => day !== undefined);
  const skips = days.slice(0, days.findLastIndex((day) => day !== undefined) + 1).includes(undefined);
  const isOutOfOrder = known.some((day, index) => index > 0 && day < (known[index - 1] ?? ''));
  const missing = steps.filter((_, index) => days[index] === undefined).map(({ id }) => id);
  return { isBroken: skips || isOutOfOrder, missing };
}

function signersFinding({ signers }: Flow, facts: PlainFacts): FlowFinding {
  const names = given(facts, 'signers');
  const signed = (names ?? '').split(/, */);
  const missing = signers.filter(({ id }) => !signed.includes(id)).map(({ id }) => id);
  return { isBroken: names !== undefined && missing.length > 0, missing };
}

function spanFinding({ within }: Flow, facts: PlainFacts): FlowFinding {
  const took = given(facts, 'took');
  if (within === undefined) return { isBroken: false, missing: [] };
  if (took === undefined) return { isBroken: false, missing: ['took'] };
  return { isBroken: isAbove(took, within.count), missing: [] };
}

function namedFinding(facts: PlainFacts): FlowFinding {
  const passed = given(facts, 'passed');
  return { isBroken: passed === 'no', missing: passed === undefined ? ['passed'] : [] };
}

/**
 * The last day of something that is due about a period: the last of its month, quarter, half-year or year, or
 * the day the document names. Undefined where it is due whenever there is something.
 * @param about the month the duty is about; of a duty on days of every year, the month of that day
 */
export function lastDayFor(line: CalendarLine, about: Month): CalendarDay | undefined {
  if (line.by !== undefined) return line.by;
  const on = line.on.find((day) => day.slice(0, 2) === about.slice(5));
  if (line.on.length > 0) return on === undefined ? undefined : `${about.slice(0, 4)}-${on}`;
  const month = Number(about.slice(5));
  const span = { rolling: 0, month: 1, quarter: 3, half_year: 6, year: 12 }[line.every ?? 'rolling'];
  if (span === 0) return undefined;
  const last = addMonths(about, (span - (month % span)) % span);
  if (line.dayOfMonth === undefined) return lastDayOf(last);
  return `${addMonths(last, 1)}-${String(line.dayOfMonth).padStart(2, '0')}`;
}

/**
 * Whether something due was done in time.
 * @param done `about`: the month it is about; `on`: when it was done, undefined when it was not; `today`
 */
export function judgeCalendar(
  line: CalendarLine,
  done: { readonly about: Month; readonly on: CalendarDay | undefined; readonly today: CalendarDay },
): 'in_time' | 'late' | 'open' | 'not_due' {
  const last = lastDayFor(line, done.about);
  if (last === undefined) return 'not_due';
  if (done.on !== undefined) return done.on <= last ? 'in_time' : 'late';
  return done.today > last ? 'late' : 'open';
}

/** What of a notice that the document orders is not shown. */
export function lacking(duty: NoticeDuty, shown: readonly string[]): string[] {
  return duty.shows.filter((part) => !shown.includes(part));
}

/** The row of a ladder an amount falls in; undefined below and between its rows. */
export function bandOf(band: Band, amount: string): BandRow | undefined {
  return band.rows.find(
    ({ from, to }) => !isAbove(from, amount) && (to === undefined || isAbove(to, amount)),
  );
}

function isAbove(left: string, right: string): boolean {
  return compareRatios(readRatio(left), readRatio(right)) > 0;
}

/** The month a day lies in, or the month itself. */
export function monthAbout(dayOrMonth: string): Month {
  return dayOrMonth.length > 7 ? monthOf(dayOrMonth) : dayOrMonth;
}
