import { simpleConditions } from '../policy/condition-problems';
import { wordsOfEntry } from '../policy/find';
import type { Condition } from '../policy/condition';
import type { PolicyPack, Rule, Word } from '../policy/pack';
import type { Unit } from '../policy/pack-words';
import { factKind, type Subject } from '../policy/subjects';
import { listQuestion, MATTER_SUBJECTS, type MatterSubject, readQuestion } from './matter-facts';

/** Stands for: none of the words that the document has. */
export const NONE_OF_THESE = 'none_of_these';

/**
 * Lists of a document that sort things and that no rule looks at: which word it is, is the whole of what the
 * document asks. Source: FY 三(四)17 (resources), DC 三(五)23 (idle resources, keeping for others), DC 三(一)5.
 */
export const SORTING_LISTS: Readonly<Record<string, MatterSubject>> = {
  resource: 'asset',
  idle_kind: 'asset',
  contract_kind: 'contract',
};

/**
 * The words from which a fact is answered: those of every list that the rules for the subject hold it
 * against.
 */
export function wordsFor(pack: PolicyPack, subject: Subject, fact: string): readonly Word[] {
  const entries = wordConditions(pack, subject)
    .filter((each) => each.fact === fact)
    .flatMap(({ words }) => words);
  const asked = new Set(entries.flatMap((entry) => wordsOfEntry(pack, entry)));
  const whole = new Set(entries.filter((entry) => entry.startsWith('list:')).map((entry) => entry.slice(5)));
  const own = [fact, `${subject}_${fact}`];
  const lists = pack.lists
    .filter(({ id, of }) => whole.has(id) || (own.includes(id) && of.some((word) => asked.has(word.id))))
    .map(({ of }) => of);
  const named = lists.length > 0 ? lists.flat() : wordsOfAny(pack, asked);
  return [...new Map(named.map((word) => [word.id, word])).values()];
}

/** Words that stand in some list, where the fact has none of its own. */
function wordsOfAny(pack: PolicyPack, asked: ReadonlySet<string>): Word[] {
  return pack.lists.flatMap(({ of }) => of).filter(({ id }) => asked.has(id));
}

/** How an answer is given. */
export type AnswerKind = 'flag' | 'word' | 'words' | 'text' | 'day' | 'amount' | 'count' | 'need';

/** What an answer has to look like; of a number of the document its unit. */
export interface AnswerShape {
  readonly kind: AnswerKind;
  readonly words: readonly Word[];
  readonly unit?: Unit;
}

/** What may be answered to a question under a document; undefined where it asks no such thing. */
export function answerShape(pack: PolicyPack, question: string): AnswerShape | undefined {
  const { area, name } = readQuestion(question);
  if (area === 'need') {
    const need = pack.needs.find(({ id, decidedBy }) => id === name && decidedBy === 'village');
    return need === undefined ? undefined : { kind: 'need', words: [], unit: need.unit };
  }
  if (area === 'applies') return { kind: 'flag', words: [] };
  if (area === 'reason')
    return pack.rules.some(({ id }) => id === name) ? { kind: 'text', words: [] } : undefined;
  if (area === 'list') {
    const list = pack.lists.find(({ id }) => listQuestion(id) === question && id in SORTING_LISTS);
    return list === undefined ? undefined : { kind: 'word', words: list.of };
  }
  const subject = subjectOf(area);
  const kind = subject === undefined ? undefined : factKind(subject, name);
  if (subject === undefined || kind === undefined) return undefined;
  if (kind === 'word' || kind === 'words') return { kind, words: wordsFor(pack, subject, name) };
  const plain = (['flag', 'text', 'day', 'amount', 'count'] as const).find((each) => each === kind);
  return plain === undefined ? undefined : { kind: plain, words: [] };
}

/** The record kind that a question names. */
function subjectOf(area: string): MatterSubject | undefined {
  return MATTER_SUBJECTS.find((each) => each === area);
}

/** Every condition over words that the rules and marks of a pack have for a subject. */
function wordConditions(pack: PolicyPack, subject: Subject) {
  const rules = pack.rules.filter((rule) => rule.subject === subject).flatMap(conditionsOf);
  const tags = pack.tags.filter((tag) => tag.subject === subject).flatMap(({ when }) => when);
  return simpleConditions([...rules, ...tags]).flatMap((each) => (each.kind === 'words' ? [each] : []));
}

/** Every line of a rule, those of its exceptions among them. */
export function conditionsOf({ when, need, except }: Rule): Condition[] {
  return [...when, ...need, ...except.flatMap((each) => [...each.when, ...each.need])];
}
