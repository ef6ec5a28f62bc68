import type { CalendarDay } from '../calendar/calendar-day';
import { findAll } from '../policy/find';
import { type Judgement, judge, tagsOf } from '../policy/judge';
import type { LocalNumbers, PolicyPack, Rule } from '../policy/pack';
import { inputsOf } from '../policy/rule-inputs';
import { factKind } from '../policy/subjects';
import {
  type About,
  type Answer,
  appliesQuestion,
  type KnownFact,
  listQuestion,
  type MatterRecord,
  type MatterSubject,
  plainFacts,
  questionOf,
  reasonQuestion,
} from './matter-facts';
import { conditionsOf, SORTING_LISTS } from './matter-words';

/**
 * How a line of a document stands: kept; broken, and with a written reason where the document allows one; not
 * to be told yet; not about this thing.
 */
export type MatterVerdict = 'passed' | 'failed' | 'explained' | 'undecided' | 'notAbout';

/** One line of the document, judged over what is known of one record. */
export interface Matter {
  /** Id of the line in the pack: a rule's, `tag:ID`, `list:ID`. */
  readonly line: string;
  readonly subject: MatterSubject;
  readonly about: About;
  readonly verdict: MatterVerdict;
  readonly force: Rule['force'] | undefined;
  /** Key of the cited clause. */
  readonly clause: string;
  readonly says: string;
  /** What the line looks at and what is known of it, by question. */
  readonly looked: readonly { readonly question: string; readonly known: KnownFact }[];
  /** Questions that nobody has answered yet. */
  readonly asked: readonly string[];
  /** Numbers that the document leaves open and nobody has filled, by id. */
  readonly openNeeds: readonly string[];
  readonly reason: Answer | undefined;
  /** As the pack judged it; absent where there is nothing to compare. */
  readonly judgement: Judgement | undefined;
}

/** What lines are judged with. */
export interface MatterGround {
  readonly pack: PolicyPack;
  readonly on: CalendarDay;
  readonly local: LocalNumbers;
  /** The answers that count for what the record is about, by question. */
  readonly answersOf: (about: About) => ReadonlyMap<string, Answer>;
}

/**
 * Every line of a document that concerns the records, each judged over what is known. What is not known is
 * never counted as kept: it stands as undecided, with what has to be said. Lines about awards of other kinds,
 * to people and households, are left out: an asset has none.
 */
export function mattersOf(records: readonly MatterRecord[], ground: MatterGround): Matter[] {
  return records.flatMap((record) => [
    ...ground.pack.rules
      .filter(({ subject }) => subject === record.subject)
      .map((rule) => matterOfRule(rule, record, ground))
      .filter(({ subject, judgement }) => subject !== 'subsidy' || judgement !== undefined),
    ...tagMatters(record, ground),
    ...listMatters(record, ground),
  ]);
}

function matterOfRule(rule: Rule, record: MatterRecord, ground: MatterGround): Matter {
  const { pack, on, local, answersOf } = ground;
  const { about, subject } = record;
  const conditions = conditionsOf(rule);
  const names = inputsOf(pack, { conditions, amounts: [] }).facts;
  const reason = answersOf(about).get(reasonQuestion(rule.id));
  const facts = plainFacts(record);
  const [judgement] = judge({ ...pack, rules: [rule] }, { subject, facts, on }, local);
  const shared = {
    ...{
      line: rule.id,
      subject,
      about,
      force: rule.force,
      clause: rule.cite,
      says: rule.says,
      reason,
      judgement,
    },
    looked: names.flatMap((name) => {
      const known = record.facts[name];
      return known === undefined ? [] : [{ question: questionOf(subject, name), known }];
    }),
  };
  const none = { asked: [], openNeeds: [] };
  if (judgement === undefined || record.applies === false) return { ...shared, ...none, verdict: 'notAbout' };
  if (record.applies === undefined)
    return { ...shared, openNeeds: [], asked: [appliesQuestion(subject)], verdict: 'undecided' };
  const missing = [...new Set(judgement.missing)];
  const asked = missing.filter((name) => factKind(subject, name) !== undefined && names.includes(name));
  const openNeeds = missing.filter((name) => !asked.includes(name));
  const verdict = verdictOf(judgement, reason);
  return { ...shared, asked: asked.map((name) => questionOf(subject, name)), openNeeds, verdict };
}

/** A reason settles what the document lets go on with one, and nothing else. */
function verdictOf({ outcome, force }: Judgement, reason: Answer | undefined): MatterVerdict {
  if (outcome !== 'failed') return outcome;
  return force === 'warn' && reason !== undefined && reason.value !== '' ? 'explained' : 'failed';
}

/** Marks the record bears, or may bear: one that does not fit says nothing. */
function tagMatters(record: MatterRecord, { pack, on, local }: MatterGround): Matter[] {
  const { subject, about } = record;
  const facts = plainFacts(record);
  const { tags, undecided } = tagsOf(pack, { subject, facts, on }, local);
  return pack.tags
    .filter((tag) => tag.subject === subject)
    .map((tag): Matter => {
      const judged = { pack, subject, facts, local, on };
      const { missing } = findAll(tag.when, judged);
      const known = inputsOf(pack, { conditions: tag.when, amounts: [] }).facts.flatMap((name) => {
        const fact = record.facts[name];
        return fact === undefined ? [] : [{ question: questionOf(subject, name), known: fact }];
      });
      const isOpen = undecided.includes(tag.id);
      return {
        ...{ line: `tag:${tag.id}`, subject, about, force: undefined, clause: tag.cite, says: tag.says },
        verdict: isOpen ? 'undecided' : tags.includes(tag.id) ? 'passed' : 'notAbout',
        looked: known,
        asked: isOpen ? missing.map((name) => questionOf(subject, name)) : [],
        ...{ openNeeds: [], reason: undefined, judgement: undefined },
      };
    });
}

/** Which word of a sorting list the thing is. */
function listMatters(record: MatterRecord, { pack, answersOf }: MatterGround): Matter[] {
  const { subject, about } = record;
  return pack.lists.flatMap((list): Matter[] => {
    if (SORTING_LISTS[list.id] !== subject) return [];
    const question = listQuestion(list.id);
    const fromBooks = record.facts[question];
    const answer = answersOf(about).get(question);
    const known = fromBooks ?? (answer === undefined ? undefined : { value: answer.value, answer });
    const isNone = known !== undefined && !list.of.some(({ id }) => id === known.value);
    return [
      {
        ...{ line: `list:${list.id}`, subject, about, force: undefined, clause: list.cite },
        says: list.of.map(({ name }) => name).join(', '),
        verdict: known === undefined ? 'undecided' : isNone ? 'notAbout' : 'passed',
        looked: known === undefined ? [] : [{ question, known }],
        asked: known === undefined ? [question] : [],
        ...{ openNeeds: [], reason: undefined, judgement: undefined },
      },
    ];
  });
}

/** The worst first: broken, not told, explained, kept, not about it. */
export const VERDICT_ORDER: readonly MatterVerdict[] = [
  'failed',
  'undecided',
  'explained',
  'passed',
  'notAbout',
];

/** Matters in the order in which somebody should look at them; of one verdict what blocks comes first. */
export function byUrgency(matters: readonly Matter[]): Matter[] {
  const rank = ({ verdict, force }: Matter): number =>
    VERDICT_ORDER.indexOf(verdict) * 4 + ['block', 'warn', 'target'].indexOf(force ?? '');
  return [...matters].sort((one, other) => rank(one) - rank(other));
}
