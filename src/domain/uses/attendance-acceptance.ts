import { type CalendarDay, isCalendarDay, lastDayOf, type Month } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { dayProblems } from '../shared/typed-fields';
import { beforeEntryProblems } from './acceptance-day';

/** A month's sheet about to be accepted. */
export interface AcceptedMonth {
  readonly month: Month;
  readonly amount: Fen;
  readonly enteredBy: string;
  readonly enteredOn: CalendarDay;
}

/**
 * What keeps a month's sheet from being accepted: the month is over, somebody else looks than the one who
 * wrote it down, and there is something to owe. Source: product decision "Books"; domain facts §1.2, Hebei,
 * no pay before work.
 * @returns problems `form.missing`, `calendar.notADay`, `attendance.acceptedEarly`,
 *   `uses.acceptedBeforeEntry`, `attendance.acceptedAhead`, `attendance.ownSheet`, `attendance.nothing`
 */
export function monthAcceptanceProblems(
  { month, amount, enteredBy, enteredOn }: AcceptedMonth,
  given: { readonly acceptedOn: string; readonly by: string; readonly today: CalendarDay },
): Problem[] {
  const { acceptedOn: value, by, today } = given;
  const field = 'acceptedOn';
  const problems = dayProblems({ field, value });
  const last = lastDayOf(month);
  if (isCalendarDay(value)) {
    if (value < last) problems.push({ code: 'attendance.acceptedEarly', field, value, facts: { last } });
    else problems.push(...beforeEntryProblems(field, value, enteredOn));
    if (value > today) problems.push({ code: 'attendance.acceptedAhead', field, value, facts: { today } });
  }
  if (by === enteredBy) problems.push({ code: 'attendance.ownSheet', field: '' });
  if (amount === 0n) problems.push({ code: 'attendance.nothing', field: '' });
  return problems;
}
