import { type Month, monthsBetween, yearOf } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readMonth } from '../shared/typed-fields';
import type { ManualLineForm } from './manual-lines';

/** How often a recurring voucher falls due: months between two bookings. */
export const CADENCES = { month: 1, quarter: 3, year: 12 } as const;
export type Cadence = keyof typeof CADENCES;

/** A voucher that comes again and again, as typed: rent paid, a fee, a depreciation charge. */
export interface RecurringForm {
  readonly name: string;
  /** `month`, `quarter` or `year`. */
  readonly every: string;
  readonly fromMonth: string;
  /** Blank where no end is in sight. */
  readonly toMonth: string;
  readonly summary: string;
  readonly lines: readonly ManualLineForm[];
}

/** When a recurring voucher falls due. */
export interface Recurrence {
  readonly every: Cadence;
  readonly fromMonth: Month;
  readonly toMonth: Month | undefined;
}

/** Reads name and recurrence. Codes `form.*`, `calendar.*`; the lines are read as those of a voucher. */
export function readRecurrence(form: RecurringForm): { recurrence: Recurrence; problems: Problem[] } {
  const problems: Problem[] = [];
  if (form.name.trim() === '') problems.push({ code: 'form.missing', field: 'name' });
  problems.push(...privateNumberProblems({ name: form.name }));
  const every = cadenceOf(form.every);
  if (every === undefined) problems.push({ code: 'form.notAllowed', field: 'every', value: form.every });
  const fromMonth = readMonth({ field: 'fromMonth', value: form.fromMonth }, problems) ?? '';
  const toMonth =
    form.toMonth.trim() === '' ? undefined : readMonth({ field: 'toMonth', value: form.toMonth }, problems);
  if (toMonth !== undefined && toMonth < fromMonth) {
    problems.push({ code: 'calendar.reversed', field: 'toMonth', value: toMonth });
  }
  return { recurrence: { every: every ?? 'month', fromMonth, toMonth }, problems };
}

/** How long the reason is for which a month goes without a recurring voucher, in characters. */
export const WAIVER_REASON = { least: 4, most: 200 } as const;

/**
 * What is wrong with the reason for which a month goes without its recurring voucher: `form.missing`,
 * `voucher.waiverTooShort`, `form.tooLong`. Blanks around it do not count.
 */
export function waiverProblems(reason: string): Problem[] {
  const { least, most } = WAIVER_REASON;
  const length = [...reason.trim()].length;
  const field = 'reason';
  if (length === 0) return [{ code: 'form.missing', field }];
  if (length < least) return [{ code: 'voucher.waiverTooShort', field, value: reason, facts: { least } }];
  if (length > most) return [{ code: 'form.tooLong', field, facts: { max: most } }];
  return [];
}

/** A recurring voucher that a month asks for. */
export interface DueVoucher {
  readonly id: string;
  readonly name: string;
  readonly month: Month;
}

/**
 * What keeps a month open: a recurring voucher of its own that was neither booked nor waived with a reason.
 * Those of other months are asked for there. Codes `months.recurringDue`, its field the voucher's id.
 */
export function recurringClosingProblems(month: Month, due: readonly DueVoucher[]): Problem[] {
  return due
    .filter((each) => each.month === month)
    .map(({ id, name }) => ({ code: 'months.recurringDue', field: id, facts: { name, month } }));
}

/** Whether a recurring voucher falls due in a month: in its first, then every month, quarter or year. */
export function isDueIn({ every, fromMonth, toMonth }: Recurrence, month: Month): boolean {
  if (month < fromMonth || (toMonth !== undefined && month > toMonth)) return false;
  return monthIndex(month, fromMonth) % CADENCES[every] === 0;
}

/** The months up to and with the given one in which it fell due and that are not settled, oldest first. */
export function dueMonths(recurrence: Recurrence, through: Month, settled: ReadonlySet<Month>): Month[] {
  return monthsBetween(recurrence.fromMonth, through).filter(
    (month) => isDueIn(recurrence, month) && !settled.has(month),
  );
}

function cadenceOf(text: string): Cadence | undefined {
  return text === 'month' || text === 'quarter' || text === 'year' ? text : undefined;
}

function monthIndex(month: Month, from: Month): number {
  return (yearOf(month) - yearOf(from)) * 12 + Number(month.slice(5)) - Number(from.slice(5));
}
