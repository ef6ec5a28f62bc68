import { isCalendarDay, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import type { ChargedDays } from '../../domain/deductions/cost-contract';
import { earlierMonthOf, type FormerEntry } from '../../domain/ledger/prior-year-move';

/** The earlier year in which a cost counts that takes the place of a reversed one, if it does. */
export function earlierYearOf(
  { postedOn }: { readonly postedOn: string },
  days: ChargedDays | undefined,
  former: FormerEntry,
): number | undefined {
  if (!isCalendarDay(postedOn)) return undefined;
  const last = days === undefined || days.to > postedOn ? postedOn : days.to;
  const month = earlierMonthOf({ postedOn, aboutPeriod: monthOf(last) }, former);
  return month === undefined ? undefined : yearOf(month);
}
