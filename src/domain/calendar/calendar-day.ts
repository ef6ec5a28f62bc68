import { halfWidth } from '../shared/half-width';

/** A calendar day in Asia/Shanghai, `2025-07-11`. Days compare as text. */
export type CalendarDay = string;

/** A month, `2025-07`. Months compare as text. */
export type Month = string;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: `2025-02-29` is not. Years 1949 to 2199. */
export function isCalendarDay(text: string): text is CalendarDay {
  const match = DAY_PATTERN.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return (
    year >= 1949 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** Whether the text is a month that exists, `2025-07`. */
export function isMonth(text: string): text is Month {
  return isCalendarDay(`${text}-01`);
}

/** Year, month and day as people part them: `-`, `/`, `.`, or the signs for year, month and day. */
const PARTED = /^(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?$/;
const PARTED_MONTH = /^(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*\u6708?$/;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_RUN_TOGETHER = /^(\d{4})(\d{2})$/;
/** A statement of a bank puts the time behind the day. */
const TIME_BEHIND = /[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

/**
 * Reads a day as it stands in people's tables: `2025-07-01`, `2025/7/1`, `2025.7.1`, `20250701`, with the
 * Chinese signs, with a time of day behind it.
 * @returns the day, or undefined where the text is none that exists
 */
export function readDayText(text: string): CalendarDay | undefined {
  const plain = halfWidth(text).trim().replace(TIME_BEHIND, '');
  const [, year = '', month = '', day = ''] = PARTED.exec(plain) ?? RUN_TOGETHER.exec(plain) ?? [];
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDay(read) ? read : undefined;
}

/** Reads a month the same way, or the month a day lies in: `2025-07`, `2025/7`, `202507`, `2025-07-01`. */
export function readMonthText(text: string): Month | undefined {
  const plain = halfWidth(text).trim();
  const day = readDayText(plain);
  if (day !== undefined) return day.slice(0, 7);
  const [, year = '', month = ''] = PARTED_MONTH.exec(plain) ?? MONTH_RUN_TOGETHER.exec(plain) ?? [];
  const read = `${year}-${month.padStart(2, '0')}`;
  return isMonth(read) ? read : undefined;
}

/** The month a day lies in. */
export function monthOf(day: CalendarDay): Month {
  return day.slice(0, 7);
}

/** The year of a day or month, as a number. */
export function yearOf(dayOrMonth: string): number {
  return Number(dayOrMonth.slice(0, 4));
}

/** The days of a year, both counted. */
export function daysOfYear(year: number): { readonly from: CalendarDay; readonly to: CalendarDay } {
  return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
}

/** The first day of a month. */
export function firstDayOf(month: Month): CalendarDay {
  return `${month}-01`;
}

/** The last day of a month. */
export function lastDayOf(month: Month): CalendarDay {
  return `${month}-${String(daysInMonth(yearOf(month), Number(month.slice(5)))).padStart(2, '0')}`;
}

/** The month `count` months after (or, negative, before). */
export function addMonths(month: Month, count: number): Month {
  const index = yearOf(month) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** All months from the first to the last, both included; none when the last is before the first. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The day `count` days after (or, negative, before). */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  return dayFromNumber(dayNumber(day) + count);
}

/** The same day of the month `count` months later, or the last day of a month that has no such day. */
export function addMonthsTo(day: CalendarDay, count: number): CalendarDay {
  const month = addMonths(monthOf(day), count);
  const last = lastDayOf(month);
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > last ? last : wanted;
}

/**
 * How many days lie between two days when the first counts and the last counts: 9 to 18 September is ten.
 */
export function daysInclusive(first: CalendarDay, last: CalendarDay): number {
  return dayNumber(last) - dayNumber(first) + 1;
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

const MILLISECONDS_PER_DAY = 86_400_000;

function dayNumber(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

function dayFromNumber(number: number): CalendarDay {
  return new Date(number * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** The first month that begins on a day or after it. */
export function firstWholeMonth(day: CalendarDay): Month {
  return day === firstDayOf(monthOf(day)) ? monthOf(day) : addMonths(monthOf(day), 1);
}

/** The last month that ends on a day or before it. */
export function lastWholeMonth(day: CalendarDay): Month {
  return day === lastDayOf(monthOf(day)) ? monthOf(day) : addMonths(monthOf(day), -1);
}
