import { type CalendarDay, yearOf } from './calendar-day';

/**
 * The calendar half-year a day lies in: the period in which running receipts are counted unless a village
 * settles otherwise.
 */
export function halfYearOf(day: CalendarDay): { readonly from: CalendarDay; readonly to: CalendarDay } {
  const year = String(yearOf(day));
  return day.slice(5) <= '06-30'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` };
}
