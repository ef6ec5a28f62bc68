import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { type Example } from './example';
import { type Judgement, judge, judgeGoal, judgeLimits, type PolicyRecord, tagsOf } from './judge';
import { bandOf, judgeCalendar, judgeFlow, lacking, monthAbout } from './judge-duties';
import { type PolicyPack, POOLS, poolRulesOf } from './pack';
import { fixedUses } from './limit';
import { itemsOf } from './pack-items';
import type { Force } from './pack-words';
import { given } from './reckon';
import { factKind, isSubject, type PlainFacts, type Subject } from './subjects';

/** Where a pack says something else of a record than its example expects. */
export interface ExampleDifference {
  readonly at: string;
  readonly expected: string;
  readonly got: string;
}

/** Who of the pack says what of a record: by address. `silent` where a rule does not apply. */
type Said = ReadonlyMap<string, string>;

const SILENT = 'silent';
const OBJECTION: Readonly<Record<Force, string>> = { block: 'blocked', warn: 'warned', target: 'shown' };

/**
 * Holds a pack against an example: whoever is named in it says exactly that, and no rule that is not named
 * objects. A rule that is undecided because the example hands in no such fact does not object; one that lacks
 * a number the county or village has to give does.
 */
export function runExample(pack: PolicyPack, example: Example): ExampleDifference[] {
  const { said, objections } = sayings(pack, example);
  const expected = Object.entries(example.expect);
  const named = expected.flatMap(([address, words]): ExampleDifference[] => {
    const got = said.get(address) ?? SILENT;
    return got === words ? [] : [{ at: `${example.at}.expect.${address}`, expected: words, got }];
  });
  const unnamed = [...objections].filter(([address]) => !Object.hasOwn(example.expect, address));
  return [
    ...named,
    ...unnamed.map(([address, got]) => ({
      at: `${example.at}.expect`,
      expected: '',
      got: `${address}: ${got}`,
    })),
  ];
}

/** What is wrong with an example itself: facts, numbers or addresses the pack does not know. */
export function exampleProblems(pack: PolicyPack, example: Example): Problem[] {
  const items = itemsOf(pack);
  const addresses = items.map(({ address }) => address);
  const needs = pack.needs.map(({ id }) => id);
  const unknown = (part: string, keys: readonly string[], known: readonly string[]): Problem[] =>
    keys
      .filter((key) => !known.includes(key))
      .map((value) => ({ code: 'policy.unknownReference', field: `${example.at}.${part}.${value}`, value }));
  const problems = [
    ...unknown('expect', Object.keys(example.expect), addresses),
    ...unknown('local', Object.keys(example.local), needs),
    ...unknownFacts(pack, example),
  ];
  return problems.length > 0 ? problems : unreadable(pack, example);
}

const OTHER_FACTS: Readonly<Record<string, readonly string[]>> = {
  limit: ['pool', 'year'],
  calendar: ['about', 'done_on', 'today'],
  sheet: ['shows'],
  word: ['word'],
};

function unknownFacts(pack: PolicyPack, { at, kind, facts }: Example): Problem[] {
  const steps = pack.flows.flatMap((flow) => flow.steps.map(({ id }) => id));
  const isKnown = (fact: string): boolean =>
    (isSubject(kind) && factKind(kind, fact) !== undefined) ||
    (kind === 'limit' && fact.startsWith('planned:')) ||
    (kind === 'flow' && [...steps, 'signers', 'took', 'passed'].includes(fact)) ||
    (OTHER_FACTS[kind] ?? []).includes(fact);
  return Object.keys(facts)
    .filter((fact) => !isKnown(fact))
    .map((value) => ({
      code: 'policy.unknownFact',
      field: `${at}.facts.${value}`,
      value,
      facts: { subject: kind, known: OTHER_FACTS[kind] ?? [] },
    }));
}

/** An amount or count that is none. */
function unreadable(pack: PolicyPack, example: Example): Problem[] {
  try {
    sayings(pack, example);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const value = String(error.facts['value'] ?? '');
    return [{ code: error.code, field: `${example.at}.facts`, value, facts: error.facts }];
  }
}

interface Sayings {
  readonly said: Said;
  /** Those of it that object, whether they are named or not. */
  readonly objections: Said;
}

function sayings(pack: PolicyPack, example: Example): Sayings {
  const { kind, facts } = example;
  const none = new Map<string, string>();
  if (kind === 'calendar') return { said: calendarSayings(pack, facts), objections: none };
  if (kind === 'flow') return { said: flowSayings(pack, facts), objections: none };
  if (kind === 'sheet') return { said: sheetSayings(pack, facts), objections: none };
  if (kind === 'word') return { said: wordSayings(pack, facts), objections: none };
  const record = { subject: kind, facts, ...(example.on === undefined ? {} : { on: example.on }) };
  const judged = kind === 'limit' ? limitJudgements(pack, example) : judge(pack, record, example.local);
  const needs = new Set(pack.needs.map(({ id }) => id));
  const objecting = judged.filter(
    ({ outcome, missing }) =>
      outcome === 'failed' || (outcome === 'undecided' && missing.some((id) => needs.has(id))),
  );
  const byRule = (judgements: readonly Judgement[]): [string, string][] =>
    judgements.map((judgement) => [judgement.ruleId, outcomeText(judgement)]);
  return {
    said: new Map([
      ...byRule(judged),
      ...tagSayings(pack, { ...example, kind }),
      ...(kind === 'indicator' ? goalSayings(pack, record) : []),
    ]),
    objections: new Map(byRule(objecting)),
  };
}

function outcomeText({ outcome, force, missing }: Pick<Judgement, 'outcome' | 'force' | 'missing'>): string {
  if (outcome === 'passed') return 'passed';
  return outcome === 'failed' ? OBJECTION[force] : ['undecided', missing.join(', ')].join(' ').trim();
}

/**
 * `planned:posts` is what goes to a use or cost; `year: over` judges a floor over the year. Amounts that the
 * document fixes for uses are judged with the limits.
 */
function limitJudgements(pack: PolicyPack, { facts, local, on }: Example): Judgement[] {
  const planned = Object.entries(facts).flatMap(([fact, amount]): [string, string | undefined][] =>
    fact.startsWith('planned:') ? [[fact.slice('planned:'.length), amount]] : [],
  );
  const sums = { planned: Object.fromEntries(planned), bases: facts };
  const pool = POOLS.find((each) => each === facts['pool']) ?? 'pv';
  const year = { ...sums, isOver: facts['year'] === 'over' };
  const rules = poolRulesOf(pack, pool);
  const limits = rules === undefined ? [] : [...rules.limits, ...fixedUses(rules)];
  const day = on === undefined ? {} : { on };
  return judgeLimits(pack, { pool, period: sums, year, limits, ...day }, local);
}

function tagSayings(pack: PolicyPack, example: Example & { readonly kind: Subject }): [string, string][] {
  const { kind: subject, facts, on, local } = example;
  const { tags, undecided } = tagsOf(pack, { subject, facts, ...(on === undefined ? {} : { on }) }, local);
  return pack.tags
    .filter((tag) => tag.subject === subject)
    .map(({ id }) => [`tag:${id}`, tags.includes(id) ? 'yes' : undecided.includes(id) ? 'undecided' : 'no']);
}

function goalSayings(pack: PolicyPack, record: PolicyRecord): [string, string][] {
  const value = given(record.facts, 'value');
  return [
    ...pack.goals.map((goal): [string, string] => [goal.id, judgeGoal(pack, goal, record)]),
    ...pack.bands.map((band): [string, string] => [
      band.id,
      value === undefined ? 'undecided' : (bandOf(band, value)?.from ?? 'none'),
    ]),
  ];
}

function calendarSayings(pack: PolicyPack, facts: PlainFacts): Said {
  const about = monthAbout(given(facts, 'about') ?? '');
  const [on, today] = [given(facts, 'done_on'), given(facts, 'today') ?? ''];
  return new Map(pack.calendar.map((line) => [line.id, judgeCalendar(line, { about, on, today })]));
}

function flowSayings(pack: PolicyPack, facts: PlainFacts): Said {
  return new Map(
    pack.flows.map((flow) => [
      `flow:${flow.id}`,
      outcomeText({ ...judgeFlow(flow, facts), force: flow.force }),
    ]),
  );
}

function sheetSayings(pack: PolicyPack, facts: PlainFacts): Said {
  const shown = (facts['shows'] ?? '').split(/, */);
  return new Map(
    pack.notices.map((duty) => {
      const missing = lacking(duty, shown);
      return [duty.id, missing.length === 0 ? 'complete' : `lacks ${missing.join(', ')}`];
    }),
  );
}

/** Whether a word, as the document writes it, is one of a list: two documents have different words. */
function wordSayings(pack: PolicyPack, facts: PlainFacts): Said {
  const word = given(facts, 'word') ?? '';
  return new Map(
    pack.lists.map(({ id, of }) => [
      `list:${id}`,
      of.some(({ name, phrase }) => name === word || phrase === word) ? 'known' : 'unknown',
    ]),
  );
}
