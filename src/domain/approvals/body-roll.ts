import type { CalendarDay } from '../calendar/calendar-day';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/**
 * The bodies whose members are elected or listed, so that an office has their roll: what a vote counts as due
 * is no choice of whoever writes the minutes.
 */
export const ROLLED_BODIES = [
  'members_representatives_assembly',
  'members_assembly',
  'village_representatives_meeting',
  'party_members',
] as const;
export type RolledBody = (typeof ROLLED_BODIES)[number];

/** Of how many people a body is from a day on, by the roll that the office has. */
export interface BodySize {
  readonly number: number;
  readonly body: string;
  /** In whole people. */
  readonly size: number;
  readonly fromOn: CalendarDay;
}

/** A size as it is typed. */
export interface BodySizeForm {
  readonly rolledBody: string;
  readonly rollSize: string;
  readonly rollFrom: string;
  /** The roll: its title or number. */
  readonly rollPaper: string;
}

/**
 * Of how many people a body is on a day: by the last roll that holds then; of two from the same day the one
 * that was noted later, which puts the other right.
 * @returns undefined where nobody noted a roll that holds on that day
 */
export function sizeOn<Each extends BodySize>(
  sizes: readonly Each[],
  body: string,
  day: CalendarDay,
): Each | undefined {
  return sizes
    .filter((each) => each.body === body && each.fromOn <= day)
    .sort((one, other) =>
      one.fromOn === other.fromOn ? one.number - other.number : one.fromOn < other.fromOn ? -1 : 1,
    )
    .at(-1);
}

/**
 * Why a vote is not counted against as many as typed: the roll has another number. Fewer due need fewer to
 * agree, so the law's two thirds of all would be two thirds of whoever was written down.
 * Source: Law on Rural Collective Economic Organizations art. 28 and Organic Law of Villagers'
 * Committees art. 26, which count of all who may vote.
 * @returns problem `approvals.otherThanRoll`, or nothing where no roll was noted
 */
export function rollProblems(
  sizes: readonly BodySize[],
  vote: { readonly body: string; readonly heldOn: CalendarDay; readonly due: number },
): Problem[] {
  const held = sizeOn(sizes, vote.body, vote.heldOn);
  if (held === undefined || held.size === vote.due) return [];
  const facts = { size: held.size, from: held.fromOn };
  return [{ code: 'approvals.otherThanRoll', field: 'due', value: String(vote.due), facts }];
}

/** The longest name of a roll. */
const LONGEST = 100;

/**
 * Reads of how many people a body is, from today or an earlier day on: what will be nobody knows. A later one
 * takes its place; none is edited.
 * @returns problems `form.missing`, `form.notAllowed`, `form.notACount`, `form.tooLong`,
 *   `form.privateNumber`, `calendar.notADay`, `approvals.rollAhead`, `approvals.rollSame`
 */
export function readBodySize(
  form: BodySizeForm,
  { sizes, today }: { readonly sizes: readonly BodySize[]; readonly today: CalendarDay },
): { readonly read: Omit<BodySize, 'number'> & { readonly paper: string }; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const body = form.rolledBody;
  if (body === '') problems.push({ code: 'form.missing', field: 'rolledBody' });
  else if (!ROLLED_BODIES.some((each) => each === body))
    problems.push({ code: 'form.notAllowed', field: 'rolledBody', value: body });
  const text = halfWidth(form.rollSize).trim();
  if (text === '') problems.push({ code: 'form.missing', field: 'rollSize' });
  else if (!/^[1-9]\d{0,5}$/.test(text))
    problems.push({ code: 'form.notACount', field: 'rollSize', value: form.rollSize });
  const fromOn = readDay({ field: 'rollFrom', value: form.rollFrom }, problems) ?? '';
  if (fromOn > today)
    problems.push({ code: 'approvals.rollAhead', field: 'rollFrom', value: fromOn, facts: { today } });
  const paper = form.rollPaper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'rollPaper' });
  if (paper.length > LONGEST)
    problems.push({ code: 'form.tooLong', field: 'rollPaper', facts: { max: LONGEST } });
  problems.push(...privateNumberProblems({ rollPaper: paper }));
  const size = Number(text);
  if (problems.length === 0 && sizeOn(sizes, body, fromOn)?.size === size)
    problems.push({ code: 'approvals.rollSame', field: 'rollSize', value: text });
  return { read: { body, size, fromOn, paper }, problems };
}
