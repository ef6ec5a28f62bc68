import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { LEAVINGS, type Leaving } from './person';
import type { MemberVersion } from './roster';

/** That a person is on the list no more, as typed. */
export interface LeavingForm {
  readonly leftWhy: string;
  /** The first day without the person. */
  readonly fromDay: string;
}

/**
 * Reads that a person is on the list no more. @param last what was entered of the person last
 * @returns problems `form.*`, `calendar.notADay`, `person.dayAhead`, `person.beforeLast`, `person.hasLeft`
 */
export function readLeaving(
  form: LeavingForm,
  last: MemberVersion,
  today: CalendarDay,
): { readonly leftWhy: Leaving; readonly fromDay: CalendarDay; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const leftWhy = LEAVINGS.find((each) => each === form.leftWhy);
  if (leftWhy === undefined) {
    const code = form.leftWhy.trim() === '' ? 'form.missing' : 'form.notAllowed';
    problems.push({ code, field: 'leftWhy' });
  }
  const fromDay = readDay({ field: 'fromDay', value: form.fromDay }, problems) ?? '';
  const at = { field: 'fromDay', value: fromDay };
  if (fromDay > today) problems.push({ code: 'person.dayAhead', ...at, facts: { today } });
  if (fromDay !== '' && fromDay < last.fromDay)
    problems.push({ code: 'person.beforeLast', ...at, facts: { last: last.fromDay } });
  if (last.leftWhy !== undefined) problems.push({ code: 'person.hasLeft', field: 'leftWhy' });
  return { leftWhy: leftWhy ?? 'moved', fromDay, problems };
}
