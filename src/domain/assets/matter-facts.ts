import type { CalendarDay } from '../calendar/calendar-day';
import type { PolicyPack } from '../policy/pack';
import { memberOf, type PlainFacts, type Subject } from '../policy/subjects';

/**
 * What a policy document may say of an asset: of the asset itself and its year, of the contracts over it and
 * who runs it, of its income right, of a workshop and its people, of the project it came from, of an award
 * that was given for it.
 */
export const MATTER_SUBJECTS = [
  'asset',
  'asset_year',
  'income_right',
  'contract',
  'operator',
  'workshop',
  'workshop_year',
  'project',
  'relief_project',
  'industry_project',
  'subsidy',
] as const satisfies readonly Subject[];
export type MatterSubject = (typeof MATTER_SUBJECTS)[number];

/**
 * To what an answer belongs: an asset of the register, a contract over one, a project of construction, or the
 * village, which settles the numbers that a document leaves to it.
 */
export const ABOUT_KINDS = ['asset', 'lease', 'project', 'village'] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];

/** To what a record belongs, and how people call it. */
export interface About {
  readonly kind: AboutKind;
  readonly id: string;
  readonly name: string;
}

/**
 * What the office answered where the books do not know: from which day it is so, by what paper. `value` as
 * the pack reads it; an empty one says that there is none. The last answer of the latest day counts.
 */
export interface Answer {
  readonly question: string;
  readonly value: string;
  readonly fromOn: CalendarDay;
  readonly paper: string;
}

/** A fact with where it comes from. */
export interface KnownFact {
  readonly value: string;
  /** Undefined where the books say it. */
  readonly answer?: Answer;
}

/** One record a document may judge, as far as it is known. */
export interface MatterRecord {
  readonly subject: MatterSubject;
  readonly about: About;
  /** Whether there is such a thing at all; undefined while nobody has said it. */
  readonly applies: boolean | undefined;
  readonly facts: Readonly<Record<string, KnownFact>>;
}

/** A record as the books alone know it: facts by name, and whether it is one, where the books know that. */
export interface BooksRecord {
  readonly subject: MatterSubject;
  readonly about: About;
  /** Undefined where only the office can say it. */
  readonly applies?: boolean;
  readonly facts: PlainFacts;
  /** What holds unless somebody answers otherwise: a reason is not written before it is. */
  readonly assumed?: PlainFacts;
}

/** The question by which a fact is asked for: `asset.land`. */
export function questionOf(subject: MatterSubject, fact: string): string {
  return `${subject}.${fact}`;
}

/** The question whether there is such a thing at all. */
export function appliesQuestion(subject: MatterSubject): string {
  return `applies.${subject}`;
}

/** The question under which the reason is kept why a rule is not followed. */
export function reasonQuestion(ruleId: string): string {
  return `reason.${ruleId}`;
}

/** The question which word of a list of the document it is: `list.idle_kind`. */
export function listQuestion(listId: string): string {
  return `list.${listId}`;
}

/** The question for a number that the document leaves to the village: `need.idle.days`. */
export function needQuestion(needId: string): string {
  return `need.${needId}`;
}

/** What a question asks about. */
export function readQuestion(question: string): { readonly area: string; readonly name: string } {
  const dot = question.indexOf('.');
  return { area: question.slice(0, dot), name: question.slice(dot + 1) };
}

/** The answers that count on a day, by question: the latest to begin, of one day the one given last. */
export function answersOn(answers: readonly Answer[], day: CalendarDay): ReadonlyMap<string, Answer> {
  const found = new Map<string, Answer>();
  for (const answer of answers) {
    const known = found.get(answer.question);
    if (answer.fromOn > day || (known !== undefined && known.fromOn > answer.fromOn)) continue;
    found.set(answer.question, answer);
  }
  return found;
}

/** The record with what was answered where the books are silent: what they know is not asked of anybody. */
export function withAnswers(record: BooksRecord, answers: ReadonlyMap<string, Answer>): MatterRecord {
  const { subject, about } = record;
  const facts: Record<string, KnownFact> = {};
  for (const [name, value] of Object.entries(record.assumed ?? {}))
    if (value !== undefined) facts[name] = { value };
  for (const [question, answer] of answers) {
    const { area, name } = readQuestion(question);
    if (area === subject && memberOf(name) === undefined) facts[name] = { value: answer.value, answer };
  }
  for (const [name, value] of Object.entries(record.facts)) if (value !== undefined) facts[name] = { value };
  const said = answers.get(appliesQuestion(subject))?.value;
  const applies = record.applies ?? (said === undefined ? undefined : said === 'yes');
  return { subject, about, applies, facts };
}

/** The facts as a rule reads them. */
export function plainFacts({ facts }: MatterRecord): PlainFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));
}

/** The numbers that a document leaves to the village, as the village settled them by a day. */
export function villageNumbers(
  pack: PolicyPack,
  answers: readonly Answer[],
  day: CalendarDay,
): Readonly<Record<string, string>> {
  const settled = answersOn(answers, day);
  return Object.fromEntries(
    pack.needs
      .filter(({ decidedBy }) => decidedBy === 'village')
      .flatMap(({ id }): [string, string][] => {
        const answer = settled.get(needQuestion(id));
        return answer === undefined ? [] : [[id, answer.value]];
      }),
  );
}
