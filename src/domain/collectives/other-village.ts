import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import type { Leaving, OtherVillageWhy } from './person';

/** What was entered last, in another village of the county, of whoever bears a number. */
export interface HeldElsewhere {
  readonly fromDay: CalendarDay;
  /** Undefined while that village has the person on its list. */
  readonly leftWhy: Leaving | undefined;
}

/**
 * Whether another village of the county has a person on its list on a day or later. Whoever left there by
 * that day has come over; an entry that begins there only later overlaps all the same.
 */
export function standsElsewhere(held: readonly HeldElsewhere[], fromDay: CalendarDay): boolean {
  return held.some(({ leftWhy, fromDay: leftFrom }) => leftWhy === undefined || leftFrom > fromDay);
}

/**
 * What is wrong with the reason for which a person stands on two lists of a county: one person is a member of
 * one collective, so a second list asks why, and a reason for nothing is told, too. Which other village it is
 * nobody learns here: its list is its own.
 * @returns problems `person.onOtherList`, `person.onNoOtherList`
 */
export function otherVillageProblems(why: OtherVillageWhy | undefined, stands: boolean): Problem[] {
  if (stands === (why !== undefined)) return [];
  return [{ code: stands ? 'person.onOtherList' : 'person.onNoOtherList', field: 'otherVillageWhy' }];
}
