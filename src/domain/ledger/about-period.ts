import {
  addMonths,
  type CalendarDay,
  isCalendarDay,
  isMonth,
  type Month,
  monthOf,
} from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';

/** No collective is older: the land and the tools became common property in 1956. */
export const EARLIEST_ABOUT: Month = '1956-01';

/** So many months ahead of its voucher a fact may lie: rent of the coming year, paid in advance. */
export const MONTHS_AHEAD = 12;

/**
 * A month that no fact of these books can concern: before there were collectives, or more than a year after
 * the voucher. Codes `voucher.aboutTooEarly`, `voucher.aboutTooLate`; nothing is said of what is no month.
 */
export function aboutProblems(aboutPeriod: Month, postedOn: CalendarDay): Problem[] {
  const field = 'aboutPeriod';
  const value = aboutPeriod;
  if (!isMonth(aboutPeriod)) return [];
  if (aboutPeriod < EARLIEST_ABOUT) {
    return [{ code: 'voucher.aboutTooEarly', field, value, facts: { first: EARLIEST_ABOUT } }];
  }
  if (!isCalendarDay(postedOn)) return [];
  const last = addMonths(monthOf(postedOn), MONTHS_AHEAD);
  return aboutPeriod > last ? [{ code: 'voucher.aboutTooLate', field, value, facts: { last } }] : [];
}
