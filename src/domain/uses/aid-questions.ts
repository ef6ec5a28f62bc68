import { wordsFor } from '../assets/matter-words';
import type { Flow } from '../policy/duties';
import { findAll } from '../policy/find';
import type { PolicyPack, Rule, Word } from '../policy/pack';
import { inputsOf } from '../policy/rule-inputs';
import { type FactKind, factKind, type PlainFacts, type Subject } from '../policy/subjects';

/**
 * What a document wants to see before a list is accepted: a step of its procedure or a signature, a paper,
 * each with its day, or an answer to a fact that no book knows.
 */
export const AID_TOPICS = ['step', 'signer', 'paper', 'answer'] as const;
export type AidTopic = (typeof AID_TOPICS)[number];

/** One thing to be noted with a list. */
export interface AidQuestion {
  /** `step:visit`, `answer:conduct_good`. */
  readonly key: string;
  readonly topic: AidTopic;
  readonly word: string;
  /** In the words of the document; blank of an answer, whose name the glossary has. */
  readonly phrase: string;
  readonly kind: 'day' | 'flag' | 'word' | 'number';
  readonly words: readonly Word[];
}

/** What books, register and list say themselves, or what stands with its own topic. */
const KNOWN: readonly string[] = [
  ...['kind', 'fund', 'status', 'amount', 'amount_year', 'total', 'other_support_year', 'income'],
  ...['days', 'month_number', 'times', 'times_year', 'rounds_year', 'signers', 'proofs', 'pool', 'bucket'],
  ...['line_left', 'recipients', 'item'],
];

const JUDGED: readonly Subject[] = ['subsidy', 'payment'];

/** Facts that hold of every list of a kind: enough to tell which lines of a document are about it. */
function kindFacts(kind: string): PlainFacts {
  return { kind, fund: 'village' };
}

/** The kinds of rewards and subsidies that a document names; none where it names none. */
export function kindsOf({ lists }: PolicyPack): readonly Word[] {
  return lists.find(({ id }) => id === 'subsidy_kind')?.of ?? [];
}

/** The kinds that any of these documents names, each once and in the words of the first. */
export function kindsNamed(packs: readonly PolicyPack[]): Word[] {
  const words = packs.flatMap(kindsOf);
  return words.filter(({ id }, index) => words.findIndex((word) => word.id === id) === index);
}

/** The procedures of a document that are about a kind, in its order. */
export function flowsOf(pack: PolicyPack, kind: string): Flow[] {
  return pack.flows.filter((flow) => flow.subject === 'subsidy' && isAbout(pack, flow, kind));
}

function isAbout(pack: PolicyPack, line: Pick<Flow | Rule, 'when' | 'subject'>, kind: string): boolean {
  const judged = { pack, subject: line.subject, facts: kindFacts(kind), local: {}, on: pack.valid.from };
  return findAll(line.when, judged).holds !== false;
}

/** Everything that is to be noted with a list of a kind: steps and signatures first, then papers, answers. */
export function aidQuestions(
  pack: PolicyPack,
  kind: string,
  stepsOfAcceptance: readonly string[],
): AidQuestion[] {
  const flows = flowsOf(pack, kind);
  const days = (topic: AidTopic, of: readonly { readonly id: string; readonly phrase: string }[]) =>
    of.map(({ id, phrase }): AidQuestion => {
      return { key: `${topic}:${id}`, topic, word: id, phrase, kind: 'day', words: [] };
    });
  const steps = flows.flatMap((flow) => flow.steps).filter(({ id }) => !stepsOfAcceptance.includes(id));
  const asked = [
    ...days('step', steps),
    ...days(
      'signer',
      flows.flatMap((flow) => flow.signers),
    ),
    ...days('paper', papersOf(pack, kind)),
    ...JUDGED.flatMap((subject) => answersOf(pack, kind, subject)),
  ];
  return [...new Map(asked.map((question) => [question.key, question])).values()];
}

/** What is asked of money that a government paid: all of it but how the village would pay. */
export function stateAidQuestions(
  pack: PolicyPack,
  kind: string,
  stepsOfAcceptance: readonly string[],
): AidQuestion[] {
  const answers = answersOf(pack, kind, 'subsidy').map(({ key }) => key);
  return aidQuestions(pack, kind, stepsOfAcceptance).filter(
    ({ topic, key }) => topic !== 'answer' || answers.includes(key),
  );
}

function rulesOf(pack: PolicyPack, kind: string, subject: Subject): Rule[] {
  return pack.rules.filter((rule) => rule.subject === subject && isAbout(pack, rule, kind));
}

function conditionsOf({ when, need, except }: Rule) {
  return [...when, ...need, ...except.flatMap((each) => [...each.when, ...each.need])];
}

/** The papers that lines about the kind want to see, in the words of their lists. */
function papersOf(pack: PolicyPack, kind: string): { id: string; phrase: string }[] {
  const isAsked = rulesOf(pack, kind, 'subsidy').some((rule) =>
    inputsOf(pack, { conditions: conditionsOf(rule), amounts: [] }).facts.includes('proofs'),
  );
  if (!isAsked) return [];
  const own = { ...pack, rules: rulesOf(pack, kind, 'subsidy') };
  return wordsFor(own, 'subsidy', 'proofs').map(({ id, name }) => ({ id, phrase: name }));
}

/** How a fact of a kind is answered; what only the program tells, and texts, are not. */
const ANSWERED: Readonly<Partial<Record<FactKind, AidQuestion['kind']>>> = {
  flag: 'flag',
  word: 'word',
  count: 'number',
  amount: 'number',
  day: 'day',
};

function answersOf(pack: PolicyPack, kind: string, subject: Subject): AidQuestion[] {
  const rules = rulesOf(pack, kind, subject);
  const conditions = rules.flatMap(conditionsOf);
  const asked = inputsOf(pack, { conditions, amounts: [] }).facts.filter((fact) => !KNOWN.includes(fact));
  return asked.flatMap((word): AidQuestion[] => {
    const shared = { key: `answer:${word}`, topic: 'answer' as const, word, phrase: '' };
    const kind = ANSWERED[factKind(subject, word) ?? 'pool'];
    if (kind === undefined) return [];
    const words = kind === 'word' ? wordsFor({ ...pack, rules }, subject, word) : [];
    return [{ ...shared, kind, words }];
  });
}
