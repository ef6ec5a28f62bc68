import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { saysNothingProblems, writtenProblems } from '../shared/short-reason';
import { readDay } from '../shared/typed-fields';
import type { TakenStep } from './procedure';

/** What somebody said of what hangs, as the office writes it down: of nobody by name. */
export interface ObjectionEntryForm {
  readonly objectedOn: string;
  readonly objectionGist: string;
}

/** The answer to one, by its number. */
export interface ObjectionAnswerForm {
  readonly objectionNumber: string;
  readonly objectionAnswer: string;
}

/** An objection to what is decided by a procedure. */
export interface ProcedureObjection {
  readonly number: number;
  readonly receivedOn: CalendarDay;
  readonly gist: string;
  readonly answer: { readonly on: CalendarDay; readonly words: string } | undefined;
}

/** The first day on which somebody can have objected: the first on which anything hung. */
export function objectableFrom(taken: readonly TakenStep[]): CalendarDay | undefined {
  return taken.find(({ until }) => until !== undefined)?.heldOn;
}

/**
 * What is wrong with an objection as typed: `form.missing`, `form.privateNumber`, `calendar.notADay`,
 * `approvals.objectionAhead`, `approvals.objectionBefore`.
 */
export function objectionEntryProblems(
  { objectedOn: value, objectionGist }: ObjectionEntryForm,
  { from, today }: { readonly from: CalendarDay; readonly today: CalendarDay },
): Problem[] {
  const problems: Problem[] = [];
  const field = 'objectedOn';
  const on = readDay({ field, value }, problems);
  if (on !== undefined && on > today)
    problems.push({ code: 'approvals.objectionAhead', field, value, facts: { today } });
  if (on !== undefined && on < from)
    problems.push({ code: 'approvals.objectionBefore', field, value, facts: { from } });
  const missing = saysNothingProblems({ objectionGist });
  return [...problems, ...missing, ...privateNumberProblems({ objectionGist })];
}

/** What is wrong with an answer: `form.missing`, `form.privateNumber`, `policy.reasonTooShort`. */
export function objectionAnswerProblems({ objectionAnswer }: ObjectionAnswerForm): Problem[] {
  const missing = saysNothingProblems({ objectionAnswer });
  return missing.length > 0 ? missing : writtenProblems({ objectionAnswer });
}

/**
 * What keeps what is decided from going on while somebody has no answer: `approvals.objectionsOpen`.
 * @param field beside which it is told
 */
export function unansweredProblems(objections: readonly ProcedureObjection[], field: string): Problem[] {
  const count = objections.filter(({ answer }) => answer === undefined).length;
  return count === 0 ? [] : [{ code: 'approvals.objectionsOpen', field, facts: { count } }];
}
