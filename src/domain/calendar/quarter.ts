import { addMonths, type CalendarDay, lastDayOf, type Month, monthsBetween } from './calendar-day';

/** A calendar quarter, `2025-Q2`. */
export type Quarter = string;

/** Whether a text is a quarter as the program writes it. */
export function isQuarter(text: string): text is Quarter {
  return /^(19|20)\d\d-Q[1-4]$/.test(text);
}

/** The quarter a day or month lies in. */
export function quarterOf(dayOrMonth: string): Quarter {
  return `${dayOrMonth.slice(0, 4)}-Q${String(Math.ceil(Number(dayOrMonth.slice(5, 7)) / 3))}`;
}

/** The three months of a quarter. */
export function monthsOfQuarter(quarter: Quarter): Month[] {
  const last = lastMonthOf(quarter);
  return monthsBetween(addMonths(last, -2), last);
}

/** The last day of a quarter. */
export function lastDayOfQuarter(quarter: Quarter): CalendarDay {
  return lastDayOf(lastMonthOf(quarter));
}

/** The quarter so many quarters later; before, where the count is below nothing. */
export function addQuarters(quarter: Quarter, count: number): Quarter {
  return quarterOf(addMonths(lastMonthOf(quarter), 3 * count));
}

function lastMonthOf(quarter: Quarter): Month {
  return `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}`;
}
