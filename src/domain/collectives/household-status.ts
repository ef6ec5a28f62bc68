import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { judge, judgementProblems } from '../policy/judge';
import type { PolicyPack } from '../policy/pack';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay, type TypedField } from '../shared/typed-fields';

/** A word of a document for those who are to be helped. */
export interface StatusWord {
  /** The document's id of the word. */
  readonly id: string;
  readonly name: string;
}

/** That a household is one of those a document helps, from a day on. */
export interface HouseholdStatus {
  readonly householdId: string;
  readonly statusNumber: number;
  readonly status: string;
  readonly fromDay: CalendarDay;
  /** The last day on which it held, or that it never did; undefined while it stands. */
  readonly end: { readonly endedOn: CalendarDay; readonly why: StatusEnd } | undefined;
}

/** Why a status is no more: it came to its end, or it was entered wrongly and never held. */
export const STATUS_ENDS = ['ended', 'mistaken'] as const;
export type StatusEnd = (typeof STATUS_ENDS)[number];

/** A status as typed. */
export interface StatusForm {
  readonly status: string;
  readonly statusFrom: string;
  /** The list or decision that says so. */
  readonly statusPaper: string;
}

/** The end of a status as typed. */
export interface StatusEndForm {
  /** Which of the household's, by its number. */
  readonly statusNumber: string;
  readonly statusEnd: string;
  readonly endedOn: string;
  readonly endPaper: string;
}

/**
 * Whether a status holds on a day, the last day among them: who entered on the 15th is helped with what is
 * paid on the 30th. Source: FY-E1.
 */
export function holdsOn(
  { fromDay, end }: Pick<HouseholdStatus, 'fromDay' | 'end'>,
  day: CalendarDay,
): boolean {
  if (end?.why === 'mistaken' || fromDay > day) return false;
  return end === undefined || day <= end.endedOn;
}

/**
 * Reads a status. The words are those of the document in force on its first day: a word of later documents is
 * none of an earlier one (SQ-E1).
 * @returns problems `form.*`, `calendar.notADay`, `person.dayAhead`, `household.noWords` (of that day),
 *   `household.statusUnknown` (with the words there are), `household.statusStands`
 */
export function readStatus(
  form: StatusForm,
  facts: {
    readonly words: readonly StatusWord[];
    readonly standing: readonly HouseholdStatus[];
    readonly today: CalendarDay;
  },
): {
  readonly status: { word: StatusWord; fromDay: CalendarDay; paper: string };
  readonly problems: Problem[];
} {
  const problems: Problem[] = [];
  const fromDay = readPastDay({ field: 'statusFrom', value: form.statusFrom }, facts.today, problems);
  const word = facts.words.find(({ id }) => id === form.status);
  const known = facts.words.map(({ name }) => name);
  if (form.status.trim() === '') problems.push({ code: 'form.missing', field: 'status' });
  else if (known.length === 0) problems.push({ code: 'household.noWords', field: 'status' });
  else if (word === undefined)
    problems.push({ code: 'household.statusUnknown', field: 'status', facts: { known } });
  const isSame = (each: HouseholdStatus): boolean => each.status === form.status && reaches(each, fromDay);
  if (facts.standing.some(isSame)) problems.push({ code: 'household.statusStands', field: 'status' });
  const paper = readPaper({ field: 'statusPaper', value: form.statusPaper }, problems);
  return { status: { word: word ?? { id: '', name: '' }, fromDay: fromDay ?? '', paper }, problems };
}

/**
 * What the document of a status's first day says of its word beside knowing it: a word of other documents
 * breaks its rule. Codes `policy.ruleBroken`. Source: SQ-E1.
 */
export function statusRuleProblems(pack: PolicyPack | undefined, status: string): Problem[] {
  if (pack === undefined || status.trim() === '') return [];
  const judged = judge(pack, { subject: 'household', facts: { status } });
  const failed = judged.filter(({ outcome }) => outcome === 'failed');
  return judgementProblems(failed, { field: 'status' });
}

/** Whether a status holds on a day or begins after it. */
function reaches(status: HouseholdStatus, day: CalendarDay | undefined): boolean {
  if (status.end?.why === 'mistaken' || day === undefined) return false;
  return status.end === undefined || status.end.endedOn >= day;
}

/**
 * Reads the end of a status: its last day, or that it was entered wrongly.
 * @returns problems `form.*`, `calendar.notADay`, `person.dayAhead`, `household.endBeforeStatus` (with the
 *   first day)
 */
export function readStatusEnd(
  form: StatusEndForm,
  status: HouseholdStatus,
  today: CalendarDay,
): { readonly end: { why: StatusEnd; endedOn: CalendarDay; paper: string }; readonly problems: Problem[] } {
  return readEnd(
    {
      why: { field: 'statusEnd', value: form.statusEnd },
      endedOn: { field: 'endedOn', value: form.endedOn },
      paper: { field: 'endPaper', value: form.endPaper },
    },
    { ...status, before: 'household.endBeforeStatus' },
    today,
  );
}

/** The end of a dated fact about a household: how, its last day, the paper. */
export interface TypedEnd {
  readonly why: TypedField;
  /** Not read of what was entered wrongly: it never held. */
  readonly endedOn: TypedField;
  readonly paper: TypedField;
}

/**
 * Reads the end of what holds of a household from a day on.
 * @param of `before`: the code of an end before the first day, told with that day
 */
export function readEnd(
  typed: TypedEnd,
  of: { readonly fromDay: CalendarDay; readonly before: string },
  today: CalendarDay,
): { readonly end: { why: StatusEnd; endedOn: CalendarDay; paper: string }; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const { fromDay } = of;
  const why = STATUS_ENDS.find((each) => each === typed.why.value);
  if (why === undefined)
    problems.push({
      code: typed.why.value.trim() === '' ? 'form.missing' : 'form.notAllowed',
      field: typed.why.field,
    });
  const endedOn = why === 'mistaken' ? fromDay : readPastDay(typed.endedOn, today, problems);
  if (endedOn !== undefined && endedOn < fromDay)
    problems.push({ code: of.before, field: typed.endedOn.field, value: endedOn, facts: { fromDay } });
  const paper = readPaper(typed.paper, problems);
  return { end: { why: why ?? 'ended', endedOn: endedOn ?? '', paper }, problems };
}

/** A day that has come. Problems `calendar.notADay`, `person.dayAhead`. */
export function readPastDay(
  typed: TypedField,
  today: CalendarDay,
  problems: Problem[],
): CalendarDay | undefined {
  const day = readDay(typed, problems);
  if (day !== undefined && isCalendarDay(day) && day > today)
    problems.push({ code: 'person.dayAhead', ...typed, facts: { today } });
  return day;
}

/** The paper behind a fact about a household, without numbers of persons. */
export function readPaper({ field, value }: TypedField, problems: Problem[]): string {
  const paper = value.trim();
  if (paper === '') problems.push({ code: 'form.missing', field });
  problems.push(...privateNumberProblems({ [field]: paper }));
  return paper;
}
