import { type CalendarDay, lastDayOf, type Month, monthOf } from '../calendar/calendar-day';

/** Work that is accepted, and what the books still allow. */
export interface AcceptedWork {
  readonly month: Month;
  readonly acceptedOn: CalendarDay;
  /** The day from which the line that pays is promised. */
  readonly approvedOn: CalendarDay;
  readonly openMonths: readonly Month[];
}

/**
 * The day on which accepted work is owed: the last of the month of work while that month is open, else the
 * day of acceptance; never before the plan that pays it was approved. Source: product decision "Books".
 */
export function owedOn({ month, acceptedOn, approvedOn, openMonths }: AcceptedWork): CalendarDay {
  const last = lastDayOf(month);
  const isLate = monthOf(acceptedOn) > month;
  return isLate && openMonths.includes(month) && last >= approvedOn ? last : acceptedOn;
}
