import type { CalendarDay } from '../calendar/calendar-day';
import { plainYuan, readYuan } from '../money/fen';
import { canBeSettled } from '../policy/idle-days';
import type { PolicyPack } from '../policy/pack';
import { valueInUnit } from '../policy/value-in-unit';
import { halfWidth } from '../shared/half-width';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { shortReasonProblems } from '../shared/short-reason';
import { readDay } from '../shared/typed-fields';
import { contradictionProblems, noneProblems, tickProblems } from './contradictions';
import { type Answer, readQuestion } from './matter-facts';
import { type AnswerKind, type AnswerShape, answerShape, NONE_OF_THESE } from './matter-words';

/** What is wrong with an answer that is none of its kind. */
const NOT: Readonly<Record<AnswerKind, string>> = {
  flag: 'matters.notFlag',
  word: 'matters.notWord',
  words: 'matters.notWords',
  text: 'matters.notText',
  day: 'matters.notDay',
  amount: 'matters.notAmount',
  count: 'matters.notCount',
  need: 'matters.notNeed',
};

/** Answers as typed, by question; one day and one paper for all of them. */
export interface AnswersForm {
  readonly fromOn: string;
  readonly paper: string;
  readonly answers: Readonly<Record<string, string>>;
  /** By question, where the answer to a question about a text is that there is none: `yes`. */
  readonly none?: Readonly<Record<string, string>>;
}

/** What answers are held against. */
export interface AnswerFacts {
  readonly today: CalendarDay;
  readonly pack: PolicyPack;
  /** Questions that the books answer: nobody may answer otherwise. */
  readonly known: readonly string[];
  /** What the books say and what was answered before, by question: answers may not contradict it. */
  readonly stands?: ((fromOn: CalendarDay) => Readonly<Record<string, string>>) | undefined;
}

/** No paper is longer, and no text that is an answer. */
export const ANSWER_AT_MOST = 200;

/**
 * Reads answers, or says everything that is wrong with them. Codes `matters.*`, `form.*`, `calendar.notADay`,
 * `assetLife.notYet`, `policy.reasonTooShort`.
 */
export function readAnswers(
  form: AnswersForm,
  facts: AnswerFacts,
): { readonly answers: Answer[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const fromOn = readDay({ field: 'fromOn', value: form.fromOn }, problems);
  const { today } = facts;
  if (fromOn !== undefined && fromOn > today)
    problems.push({ code: 'assetLife.notYet', field: 'fromOn', value: form.fromOn, facts: { today } });
  const paper = form.paper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  problems.push(...lengthProblems('paper', paper), ...privateNumberProblems({ paper }));
  const none = Object.entries(form.none ?? {}).filter(([, value]) => value === 'yes');
  const typed = [
    ...Object.entries(form.answers).filter(([, value]) => value.trim() !== ''),
    ...none.map(([question]): [string, string] => [question, '']),
  ];
  if (typed.length === 0) problems.push({ code: 'matters.nothing', field: '' });
  const answers = typed.flatMap(([question, text]): Answer[] => {
    const value = readAnswer(question, text, { ...facts, problems });
    return value === undefined || fromOn === undefined ? [] : [{ question, value, fromOn, paper }];
  });
  problems.push(...tickProblems(form.answers, form.none ?? {}));
  const stands = fromOn === undefined ? {} : facts.stands?.(fromOn);
  problems.push(...contradictionProblems(answers, stands ?? {}));
  return { answers, problems };
}

/** One answer as the pack reads it; what is wrong joins the problems. */
export function readAnswer(
  question: string,
  typed: string,
  { pack, known, problems }: Omit<AnswerFacts, 'today'> & { readonly problems: Problem[] },
): string | undefined {
  const field = `answers.${question}`;
  const text = halfWidth(typed).trim();
  const shape = answerShape(pack, question);
  if (shape === undefined || known.includes(question)) {
    problems.push({
      code: shape === undefined ? 'matters.notAsked' : 'matters.booksKnow',
      field,
      value: text,
    });
    return undefined;
  }
  const value = valueOf(shape, shape.kind === 'text' ? typed.trim() : text);
  if (value === undefined || (shape.kind === 'need' && !canBeSettled(readQuestion(question).name, value))) {
    const { unit } = shape;
    problems.push({
      code: NOT[shape.kind],
      field,
      value: text,
      ...(unit === undefined ? {} : { facts: { unit } }),
    });
    return undefined;
  }
  problems.push(...textProblems(question, field, value), ...noneProblems(question, value));
  return value;
}

function textProblems(question: string, field: string, value: string): Problem[] {
  const isReason = readQuestion(question).area === 'reason';
  return [
    ...(isReason ? shortReasonProblems({ [field]: value }) : []),
    ...lengthProblems(field, value),
    ...privateNumberProblems({ [field]: value }),
  ];
}

function lengthProblems(field: string, text: string): Problem[] {
  return [...text].length > ANSWER_AT_MOST
    ? [{ code: 'form.tooLong', field, facts: { max: ANSWER_AT_MOST } }]
    : [];
}

function valueOf({ kind, words: list, unit }: AnswerShape, text: string): string | undefined {
  const words = list.map(({ id }) => id);
  switch (kind) {
    case 'need':
      return unit === undefined ? undefined : valueInUnit(text, unit);
    case 'flag':
      return ['yes', 'no'].find((each) => each === text);
    case 'word':
      return [...words, NONE_OF_THESE].find((each) => each === text);
    case 'words': {
      const given = text.split(/, */);
      return given.every((each) => words.includes(each) || each === NONE_OF_THESE)
        ? given.join(', ')
        : undefined;
    }
    case 'text':
      return text;
    case 'day':
      return readDay({ field: '', value: text }, []);
    case 'count':
      return /^\d{1,9}(\.\d{1,4})?$/.test(text) ? text : undefined;
    case 'amount': {
      const fen = readYuan(text);
      return fen === undefined || fen < 0n ? undefined : plainYuan(fen);
    }
  }
}
