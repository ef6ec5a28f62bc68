import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import { namedPeopleProblems } from '../shared/named-people';
import { privateNumberProblems } from '../shared/private-number';
import { saysNothingProblems, shortReasonProblems } from '../shared/short-reason';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import type { NoticeObjectionRow } from './objection-row';

/**
 * Within how many days an objection is answered where the sheet does not say so. The day it came in does not
 * count. Source: Shandong's ordinance on village affairs, art. 16; unconfirmed elsewhere.
 */
export const ANSWER_DAYS = 5;

/** Who handed an objection in: somebody of the office typed it, or it came from the public page. */
export const OBJECTION_CHANNELS = ['office', 'page'] as const;
export type ObjectionChannel = (typeof OBJECTION_CHANNELS)[number];

/** What a person says of a sheet, and, where they want to be called back, their telephone. */
export interface ObjectionForm {
  readonly objectionWords: string;
  readonly objectionPhone: string;
}

/** What an office answers: what it is about in its own words, which the next sheet prints, and the answer. */
export interface AnswerForm {
  readonly objectionGist: string;
  readonly objectionAnswer: string;
}

/** An objection as it stands, without its words and without whose it is. */
export interface Objection {
  readonly year: number;
  readonly number: number;
  readonly receivedOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly answer?: { readonly on: CalendarDay; readonly gist: string; readonly words: string } | undefined;
}

/** Where an objection stands on a day: an answer that came late stays late. */
export type ObjectionState = 'open' | 'overdue' | 'answered' | 'answeredLate';

const PHONE = /^\+?\d[\d -]{4,18}\d$/;

/**
 * What is wrong with an objection: `form.missing`, `form.privateNumber` (whoever wants to be called back has
 * a box of its own, which is sealed), `objections.notAPhone`.
 */
export function objectionProblems({ objectionWords, objectionPhone }: ObjectionForm): Problem[] {
  const problems: Problem[] = [];
  problems.push(...saysNothingProblems({ objectionWords }), ...privateNumberProblems({ objectionWords }));
  const phone = halfWidth(objectionPhone).trim();
  if (phone !== '' && !PHONE.test(phone))
    problems.push({ code: 'objections.notAPhone', field: 'objectionPhone' });
  return problems;
}

/**
 * What is wrong with an answer: `form.missing`, `form.privateNumber`, `policy.reasonTooShort`. All of it
 * hangs on the wall.
 */
export function answerProblems({ objectionGist, objectionAnswer }: AnswerForm): Problem[] {
  const typed = { objectionGist, objectionAnswer };
  const missing = saysNothingProblems(typed);
  const isGiven = missing.every(({ field }) => field !== 'objectionAnswer');
  return [
    ...missing,
    ...privateNumberProblems(typed),
    ...(isGiven ? shortReasonProblems({ objectionAnswer }) : []),
  ];
}

/**
 * Refuses an answer that names people of the village's list. Code `objections.named` with the name.
 * @param names those of the list that stand in it
 */
export function namedProblems(
  { objectionGist, objectionAnswer }: AnswerForm,
  names: readonly string[],
): Problem[] {
  return namedPeopleProblems({ objectionGist, objectionAnswer }, { names, code: 'objections.named' });
}

/**
 * What is wrong with the day on which one typed in the office came in: `notices.displayLater`,
 * `notices.displayBefore`, `form.missing`, `calendar.*`.
 */
export function receivedProblems(
  value: string,
  { today, from }: { readonly today: CalendarDay; readonly from: CalendarDay },
): Problem[] {
  const problems: Problem[] = [];
  const field = 'objectedOn';
  const on = readDay({ field, value }, problems);
  if (on !== undefined && on > today)
    problems.push({ code: 'notices.displayLater', field, value, facts: { today } });
  if (on !== undefined && on < from)
    problems.push({ code: 'notices.displayBefore', field, value, facts: { from } });
  return problems;
}

/** The last day for the answer. */
export function answerDueOn(receivedOn: CalendarDay, days: number = ANSWER_DAYS): CalendarDay {
  return addDays(receivedOn, days);
}

/** As known on the day: what is answered later is still open. */
export function objectionState({ dueOn, answer }: Objection, day: CalendarDay): ObjectionState {
  if (answer !== undefined && answer.on <= day) return answer.on <= dueOn ? 'answered' : 'answeredLate';
  return day <= dueOn ? 'open' : 'overdue';
}

/** Of the objections to a sheet: how many, answered, without an answer, and past the deadline. */
export interface ObjectionCounts {
  readonly received: number;
  readonly answered: number;
  readonly open: number;
  readonly overdue: number;
}

export function countObjections(objections: readonly Objection[], day: CalendarDay): ObjectionCounts {
  const states = objections
    .filter(({ receivedOn }) => receivedOn <= day)
    .map((each) => objectionState(each, day));
  const open = states.filter((state) => state === 'open' || state === 'overdue').length;
  const overdue = states.filter((state) => state === 'overdue').length;
  return { received: states.length, answered: states.length - open, open, overdue };
}

/** So many stand on a public page: what many machines send makes it no heavier. */
const SHOWN = 60;

/** Those that stand on the public page, in order: of too many the overdue ones, then the latest. */
export function shownObjections<Each extends Objection>(
  all: readonly Each[],
  day: CalendarDay,
): { readonly objections: readonly Each[]; readonly more: number } {
  const isOverdue = (each: Each): boolean => objectionState(each, day) === 'overdue';
  const first = [...all.filter(isOverdue), ...all.filter((each) => !isOverdue(each)).reverse()];
  const shown = new Set(first.slice(0, SHOWN));
  return { objections: all.filter((each) => shown.has(each)), more: all.length - shown.size };
}

/** Those that wait for their answer on a day; undefined where none does. */
export function waitingObjections(
  objections: readonly Objection[],
  day: CalendarDay,
): { readonly open: number; readonly overdue: number; readonly firstDueOn: CalendarDay } | undefined {
  const { open, overdue } = countObjections(objections, day);
  const [firstDueOn] = objections
    .filter((each) => ['open', 'overdue'].includes(objectionState(each, day)))
    .map(({ dueOn }) => dueOn)
    .sort();
  return firstDueOn === undefined || open === 0 ? undefined : { open, overdue, firstDueOn };
}

/**
 * What a sheet tells of objections to the sheets before it: each with its answer once, and those without one
 * until they have it. Nobody's name or telephone, nor their own words.
 * @param told what sheets before printed as answered
 */
export function objectionRows(
  objections: readonly Objection[],
  told: readonly NoticeObjectionRow[],
): NoticeObjectionRow[] {
  const done = new Set(told.filter(({ answer }) => answer !== undefined).map(keyOf));
  return objections
    .filter((each) => !done.has(keyOf(each)))
    .map(({ year, number, receivedOn, dueOn, answer }) => ({
      ...{ year, number, receivedOn, dueOn },
      ...(answer === undefined ? {} : { answer: { on: answer.on, gist: answer.gist, words: answer.words } }),
    }));
}

function keyOf({ year, number }: { readonly year: number; readonly number: number }): string {
  return `${String(year)}-${String(number)}`;
}
