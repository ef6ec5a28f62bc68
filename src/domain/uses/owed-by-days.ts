import type { CalendarDay } from '../calendar/calendar-day';
import { type Appointment, lastDayOn } from './post';

/**
 * Whether the wages of posts are owed by accepted days alone: the village has somebody on a post on a day
 * of the plan's period or later. Where it keeps no posts here, claims are granted whole, as they always were.
 * Source: FY-10 (在岗领补).
 * @param from the first day of the plan's period
 */
export function owedByDays(appointments: readonly Appointment[], from: CalendarDay): boolean {
  return appointments.some((appointment) => (lastDayOn(appointment) ?? '') >= from);
}
