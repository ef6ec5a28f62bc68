import { addDays, type CalendarDay } from '../calendar/calendar-day';
import type { PublicityStep } from './route';

/** The days a sheet hangs, both included, and how they were counted, as the sheet prints it. */
export interface PublicityPeriod {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly days: number;
  readonly firstDayCounts: boolean;
}

/**
 * The publicity of a sheet put up on a day: seven days from 11 July end on the 17th when the first day
 * counts, on the 18th when it does not. Whether it counts is data of the step.
 * Source: published notices count 9 to 18 September as ten days; periods set by law leave the first day
 * out.
 */
export function publicityPeriod(
  { days, firstDayCounts }: Pick<PublicityStep, 'days' | 'firstDayCounts'>,
  displayedOn: CalendarDay,
): PublicityPeriod {
  const to = addDays(displayedOn, firstDayCounts ? days - 1 : days);
  return { from: displayedOn, to, days, firstDayCounts };
}
