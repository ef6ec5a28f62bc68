import type { CalendarDay } from '../calendar/calendar-day';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { shortReasonProblems } from '../shared/short-reason';
import type { Need, PolicyPack } from '../policy/pack';
import { ANSWER_AT_MOST, readAnswer } from './asset-answer';
import { contradictionProblems } from './contradictions';
import { type Answer, readQuestion, reasonQuestion } from './matter-facts';
import type { Matter } from './matters';
import { answerShape } from './matter-words';

/**
 * What is typed with something that is entered, where the document in force asks for it: answers by question,
 * the paper they rest on, and why a line that asks for a reason is not followed.
 */
export interface EntryMattersForm {
  readonly answers: Readonly<Record<string, string>>;
  readonly paper: string;
  readonly reason: string;
}

/** Nothing was asked and nothing typed. */
export const NOTHING_TYPED: EntryMattersForm = { answers: {}, paper: '', reason: '' };

/** Reads the answers that come with an entry; fields are those of the form, below `matters`. */
export function readEntryAnswers(
  form: EntryMattersForm,
  { packs, day, known }: EntryAnswerFacts,
): { readonly answers: Answer[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const typed = Object.entries(form.answers).filter(([, text]) => text.trim() !== '');
  const paper = form.paper.trim();
  const answers = typed.flatMap(([question, text]): Answer[] => {
    const pack = packs.find((each) => answerShape(each, question) !== undefined) ?? packs[0];
    if (pack === undefined) return [];
    const value = readAnswer(question, text, { pack, known, problems });
    return value === undefined ? [] : [{ question, value, fromOn: day, paper }];
  });
  if (typed.length > 0 && paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  for (const [field, text] of Object.entries({ paper, reason: form.reason.trim() }))
    if ([...text].length > ANSWER_AT_MOST)
      problems.push({ code: 'form.tooLong', field, facts: { max: ANSWER_AT_MOST } });
  problems.push(
    ...privateNumberProblems({ paper, reason: form.reason }),
    ...contradictionProblems(answers, {}),
  );
  return { answers, problems: problems.map((each) => ({ ...each, field: `matters.${each.field}` })) };
}

/** What the answers with an entry are held against. */
export interface EntryAnswerFacts {
  readonly packs: readonly PolicyPack[];
  readonly day: CalendarDay;
  /** Questions that the entry itself answers. */
  readonly known: readonly string[];
}

/**
 * What keeps something from being entered: a line that blocks and is broken, or that nobody can judge yet; a
 * line that asks for a reason and is broken while none is written. A line that only warns and cannot be
 * judged yet, and any goal, stops nothing.
 * @param reason as typed with the entry
 * @param needs the numbers that the documents leave open, with what each is
 * @returns problems `policy.ruleBroken`, `matters.unanswered` (one for each question), `matters.needOpen`,
 * `policy.reasonMissing`, `policy.reasonTooShort`
 */
export function entryProblems(
  matters: readonly Matter[],
  reason: string,
  needs: readonly Pick<Need, 'id' | 'says'>[] = [],
): Problem[] {
  const says = (need: string): string => needs.find(({ id }) => id === need)?.says ?? need;
  const found = matters.flatMap((matter) => problemsOf(matter, reason, says));
  return [...new Map(found.map((each) => [`${each.code} ${each.field}`, each])).values()];
}

function problemsOf(
  { line, clause, says, force, verdict, asked, openNeeds }: Matter,
  reason: string,
  needSays: (need: string) => string,
): Problem[] {
  const facts = { rule: line, clause, says };
  if (verdict === 'failed' && force === 'block') return [{ code: 'policy.ruleBroken', field: '', facts }];
  if (verdict === 'undecided' && force === 'block')
    return [
      ...asked.map((question) => ({
        ...{ code: 'matters.unanswered', field: `matters.answers.${question}` },
        facts: { ...facts, ...askedFact(question) },
      })),
      ...openNeeds.map((need) => ({
        code: 'matters.needOpen',
        field: '',
        facts: { ...facts, needSays: needSays(need) },
      })),
    ];
  if (verdict !== 'failed' || force !== 'warn') return [];
  if (reason.trim() === '') return [{ code: 'policy.reasonMissing', field: 'matters.reason', facts }];
  return shortReasonProblems({ 'matters.reason': reason });
}

/** What the question asks, for its sentence. */
function askedFact(question: string): { readonly asked: string } {
  const { area, name } = readQuestion(question);
  return { asked: area === 'applies' ? `applies_${name}` : name };
}

/** The reason as it is kept: under each line that it is the reason for not following. */
export function reasonAnswers(
  matters: readonly Matter[],
  { reason, paper, day }: { readonly reason: string; readonly paper: string; readonly day: CalendarDay },
): Answer[] {
  return matters
    .filter(({ verdict, force }) => verdict === 'failed' && force === 'warn')
    .map(({ line }) => ({
      question: reasonQuestion(line),
      value: reason.trim(),
      fromOn: day,
      paper: paper.trim(),
    }));
}
