import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { readDay, readNumber } from '../shared/typed-fields';
import type { AidQuestion, AidTopic } from './aid-questions';

/** A thing that is noted with a list: the day of a step, a signature or a paper; what was answered. */
export interface AidNote {
  readonly topic: AidTopic;
  readonly word: string;
  readonly value: string;
}

/** By the key of its question. */
export type TypedNotes = Readonly<Partial<Record<string, string>>>;

/** The field of a question in the form. */
export function noteField(key: string): string {
  return `aidNotes[${key}]`;
}

/** A note as it is kept, in its place among those of its list. */
export interface KeptNote extends AidNote {
  readonly noteNumber: number;
}

/**
 * Which notes go where one thing is taken off that was noted: all that stand on it, so that none of before
 * comes back. Empty where nothing of it stands.
 */
export function notesTaken(standing: readonly KeptNote[], key: string): number[] {
  return standing.filter(({ topic, word }) => `${topic}:${word}` === key).map(({ noteNumber }) => noteNumber);
}

/** What stands of several notes on one thing: the last. */
export function standingNotes(notes: readonly AidNote[]): ReadonlyMap<string, string> {
  return new Map(notes.map(({ topic, word, value }) => [`${topic}:${word}`, value]));
}

/**
 * Reads what is noted: only what is asked, and only what is new. Nothing happened on a day to come, and no
 * step before the one ahead of it.
 * @returns problems `form.*`, `calendar.notADay`, `aid.stepAhead`, `aid.stepOutOfOrder`, `aid.nothingNoted`
 */
export function readNotes(
  typed: TypedNotes,
  given: {
    readonly questions: readonly AidQuestion[];
    readonly standing: ReadonlyMap<string, string>;
    readonly today: CalendarDay;
  },
): { readonly notes: AidNote[]; readonly problems: Problem[] } {
  const { questions, standing, today } = given;
  const problems: Problem[] = [];
  const notes = questions.flatMap((question): AidNote[] => {
    const text = (typed[question.key] ?? '').trim();
    if (text === '') return [];
    const value = readValue(question, { text, today }, problems);
    if (value === undefined || standing.get(question.key) === value) return [];
    return [{ topic: question.topic, word: question.word, value }];
  });
  const days = new Map([...standing, ...standingNotes(notes)]);
  problems.push(...orderProblems(questions, days));
  if (notes.length === 0 && problems.length === 0) problems.push({ code: 'aid.nothingNoted', field: '' });
  return { notes, problems };
}

function readValue(
  { key, kind, words }: AidQuestion,
  { text, today }: { readonly text: string; readonly today: CalendarDay },
  problems: Problem[],
): string | undefined {
  const field = noteField(key);
  if (kind === 'day') {
    const day = readDay({ field, value: text }, problems);
    if (day === undefined || day <= today) return day;
    problems.push({ code: 'aid.stepAhead', field, value: text, facts: { today } });
    return undefined;
  }
  if (kind === 'number') return readNumber({ field, value: text }, 'zero', problems);
  const allowed = kind === 'flag' ? ['yes', 'no'] : words.map(({ id }) => id);
  if (allowed.includes(text)) return text;
  problems.push({ code: 'form.notAllowed', field, value: text });
  return undefined;
}

/** A step on a day before the step ahead of it: the document has an order. */
function orderProblems(questions: readonly AidQuestion[], days: ReadonlyMap<string, string>): Problem[] {
  const known = questions
    .filter(({ topic }) => topic === 'step')
    .flatMap(({ key, phrase }) => {
      const day = days.get(key);
      return day === undefined ? [] : [{ key, phrase, day }];
    });
  return known.flatMap(({ key, day }, index): Problem[] => {
    const ahead = known[index - 1];
    if (ahead === undefined || ahead.day <= day) return [];
    const facts = { step: ahead.phrase, ahead: ahead.day };
    return [{ code: 'aid.stepOutOfOrder', field: noteField(key), value: day, facts }];
  });
}
