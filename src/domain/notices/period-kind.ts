import { type CalendarDay, lastDayOf } from '../calendar/calendar-day';
import type { NoticePeriodKind } from './distribution-notice';

/** What a sheet calls its period: a year, a half-year, a quarter, or months told by their days. */
export function periodKindOf(period: {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}): NoticePeriodKind {
  const year = period.from.slice(0, 4);
  if (period.to.slice(0, 4) !== year) return 'months';
  const days = `${period.from.slice(5)}/${period.to.slice(5)}`;
  if (days === '01-01/12-31') return 'year';
  if (days === '01-01/06-30') return 'first-half';
  if (days === '07-01/12-31') return 'second-half';
  const quarter = [1, 4, 7, 10].some((first) => {
    const start = `${year}-${String(first).padStart(2, '0')}`;
    const end = lastDayOf(`${year}-${String(first + 2).padStart(2, '0')}`);
    return period.from === `${start}-01` && period.to === end;
  });
  return quarter ? 'quarter' : 'months';
}
