import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { halfYearOf } from '../calendar/half-year';

/** The days of a distribution's period, both included. */
export interface PeriodDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The calendar half-years from the day the books open until today, the running one last. */
export function halfYearsSince(openedOn: CalendarDay, today: CalendarDay): PeriodDays[] {
  const periods: PeriodDays[] = [];
  for (let period = halfYearOf(openedOn); period.from <= today; period = halfYearOf(addDays(period.to, 1))) {
    periods.push(period);
  }
  return periods;
}

/**
 * The period a distribution is drafted for unless the village says otherwise: the first half-year that is
 * over and not settled.
 */
export function firstUnsettled(
  periods: readonly PeriodDays[],
  settled: readonly { readonly periodTo: CalendarDay }[],
  today: CalendarDay,
): PeriodDays | undefined {
  const lastSettled = settled.reduce((last, each) => (each.periodTo > last ? each.periodTo : last), '');
  return periods.find((period) => period.to <= today && period.to > lastSettled);
}
