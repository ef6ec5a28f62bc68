import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { dayProblems } from '../shared/typed-fields';
import { beforeEntryProblems } from './acceptance-day';

/** A sheet of work, or a stage of a project, about to be accepted. */
export interface AcceptedSheet {
  readonly what: 'sheet' | 'stage';
  readonly to: CalendarDay;
  readonly enteredBy: string;
  readonly enteredOn: CalendarDay;
}

/** How each is told that it is not over, or one's own. */
const WORDS = {
  sheet: { early: 'works.acceptedEarly', own: 'works.ownSheet' },
  stage: { early: 'industry.acceptedEarly', own: 'industry.ownStage' },
} as const;

/**
 * What keeps a sheet from being accepted: work is looked at after it is done, by somebody else than the one
 * who wrote it down, and not on a day to come. Source: product decision "Books", domain facts §1.2 (Hebei).
 * @returns problems `form.missing`, `calendar.notADay`, `works.acceptedEarly`, `industry.acceptedEarly`,
 *   `uses.acceptedBeforeEntry`, `works.acceptedAhead`, `works.ownSheet`, `industry.ownStage`
 */
export function acceptanceProblems(
  sheet: AcceptedSheet,
  given: { readonly acceptedOn: string; readonly by: string; readonly today: CalendarDay },
): Problem[] {
  const { acceptedOn: value, by, today } = given;
  const field = 'acceptedOn';
  const words = WORDS[sheet.what];
  const problems = dayProblems({ field, value });
  if (isCalendarDay(value)) {
    if (value < sheet.to) problems.push({ code: words.early, field, value, facts: { to: sheet.to } });
    else problems.push(...beforeEntryProblems(field, value, sheet.enteredOn));
    if (value > today) problems.push({ code: 'works.acceptedAhead', field, value, facts: { today } });
  }
  if (by === sheet.enteredBy) problems.push({ code: words.own, field: '' });
  return problems;
}
