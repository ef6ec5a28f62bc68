import { addDays, type CalendarDay, daysInclusive, yearOf } from './calendar-day';

/** The working days of a year: those off beside Saturday and Sunday, and weekend days that are worked. */
export interface WorkingYear {
  readonly year: number;
  /** First and last day of each holiday. */
  readonly off: readonly (readonly [CalendarDay, CalendarDay])[];
  readonly worked: readonly CalendarDay[];
}

/**
 * How many working days lie after a day, up to and with another; 0 where it is not later. Undefined where a
 * year among them has no calendar: the days off are set year by year and cannot be reckoned.
 */
export function workingDaysAfter(
  from: CalendarDay,
  to: CalendarDay,
  years: readonly WorkingYear[],
): number | undefined {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const known = years.find(({ year }) => year === yearOf(day));
    if (known === undefined) return undefined;
    if (isWorked(day, known)) count += 1;
  }
  return count;
}

/** The day that is so many working days after another. Undefined as in {@link workingDaysAfter}. */
export function lastWorkingDay(
  from: CalendarDay,
  count: number,
  years: readonly WorkingYear[],
): CalendarDay | undefined {
  let day = from;
  for (let worked = 0; worked < count;) {
    day = addDays(day, 1);
    const known = years.find(({ year }) => year === yearOf(day));
    if (known === undefined) return undefined;
    if (isWorked(day, known)) worked += 1;
  }
  return day;
}

function isWorked(day: CalendarDay, { off, worked }: WorkingYear): boolean {
  if (worked.includes(day)) return true;
  if (off.some(([first, last]) => first <= day && day <= last)) return false;
  return weekday(day) <= 5;
}

/** 1 is Monday, 7 is Sunday. */
function weekday(day: CalendarDay): number {
  const behind = (daysInclusive(A_MONDAY, day) - 1) % 7;
  return behind + 1;
}

const A_MONDAY = '2001-01-01';
