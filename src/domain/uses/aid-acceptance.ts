import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { dayProblems } from '../shared/typed-fields';
import { beforeEntryProblems } from './acceptance-day';

/**
 * What keeps a list from being accepted: it is looked at by somebody else than the one who wrote it down, not
 * on a day to come, nor before it was entered or the last thing was noted with it. Source: product decision
 * "Books".
 * @param lastOn the last day among its steps, signatures and papers
 * @returns problems `form.missing`, `calendar.notADay`, `aid.acceptedAhead`, `aid.acceptedEarly`,
 *   `uses.acceptedBeforeEntry`, `aid.ownList`
 */
export function aidAcceptanceProblems(
  list: {
    readonly enteredBy: string;
    readonly enteredOn: CalendarDay;
    readonly lastOn: CalendarDay | undefined;
  },
  given: { readonly acceptedOn: string; readonly by: string; readonly today: CalendarDay },
): Problem[] {
  const { acceptedOn: value, by, today } = given;
  const field = 'aidOn';
  const problems = dayProblems({ field, value });
  if (isCalendarDay(value)) {
    if (value > today) problems.push({ code: 'aid.acceptedAhead', field, value, facts: { today } });
    if (list.lastOn !== undefined && value < list.lastOn)
      problems.push({ code: 'aid.acceptedEarly', field, value, facts: { last: list.lastOn } });
    problems.push(...beforeEntryProblems(field, value, list.enteredOn));
  }
  if (by === list.enteredBy) problems.push({ code: 'aid.ownList', field: '' });
  return problems;
}
