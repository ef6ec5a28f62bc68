import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { dayProblems } from '../shared/typed-fields';

/** A sheet about to be accepted. */
export interface AcceptedSheet {
  readonly to: CalendarDay;
  readonly enteredBy: string;
}

/**
 * What keeps a sheet from being accepted: work is looked at after it is done, by somebody else than the one
 * who wrote it down, and not on a day to come. Source: product decision "Books", domain facts §1.2 (Hebei).
 * @returns problems `form.missing`, `calendar.notADay`, `works.acceptedEarly`, `works.acceptedAhead`,
 *   `works.ownSheet`
 */
export function acceptanceProblems(
  sheet: AcceptedSheet,
  given: { readonly acceptedOn: string; readonly by: string; readonly today: CalendarDay },
): Problem[] {
  const { acceptedOn: value, by, today } = given;
  const field = 'acceptedOn';
  const problems = dayProblems({ field, value });
  if (isCalendarDay(value)) {
    if (value < sheet.to)
      problems.push({ code: 'works.acceptedEarly', field, value, facts: { to: sheet.to } });
    if (value > today) problems.push({ code: 'works.acceptedAhead', field, value, facts: { today } });
  }
  if (by === sheet.enteredBy) problems.push({ code: 'works.ownSheet', field: '' });
  return problems;
}
