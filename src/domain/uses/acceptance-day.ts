import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';

/**
 * Nothing is looked at before it is written down: a list, a sheet, a month or a stage is accepted on the day
 * of its entry at the earliest, so that no earlier day decides about it. The month that it is about stays.
 * @returns problems `uses.acceptedBeforeEntry`
 */
export function beforeEntryProblems(field: string, value: CalendarDay, entered: CalendarDay): Problem[] {
  return value < entered ? [{ code: 'uses.acceptedBeforeEntry', field, value, facts: { entered } }] : [];
}
