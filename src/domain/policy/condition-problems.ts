import type { Problem } from '../shared/problem';
import { clauseNumbers, statesNumber } from './clause-numbers';
import type { AmountCondition, Condition, DayCondition, WordCondition } from './condition';
import { bounded, limitConditions } from './limit';
import { POOLS, type PolicyPack, type PoolRules } from './pack';
import type { Unit } from './pack-words';
import { atomsOf } from './quantity';
import { factKind, type FactKind, factNames, memberOf, type Subject } from './subjects';
import { isShare } from './units';

/** Conditions somewhere in a file: of what kind of record they speak, where they stand, what they cite. */
export interface ConditionsAt {
  readonly subject: Subject;
  readonly field: string;
  readonly conditions: readonly Condition[];
  readonly cite: string;
}

/** All conditions of a pack, with their places. */
export function conditionsOf(pack: PolicyPack): ConditionsAt[] {
  type Speaking = { readonly subject: Subject; readonly cite: string };
  const of = (part: Speaking, field: string, conditions: readonly Condition[]): ConditionsAt => ({
    subject: part.subject,
    cite: part.cite,
    field,
    conditions,
  });
  return [
    ...pack.rules.flatMap((rule, index) => [
      of(rule, `rules.${index}.when`, rule.when),
      of(rule, `rules.${index}.need`, rule.need),
      ...rule.except.flatMap(({ when, need }, place) => [
        of(rule, `rules.${index}.except.${place}.when`, when),
        of(rule, `rules.${index}.except.${place}.need`, need),
      ]),
    ]),
    ...pack.pools
      .flatMap(amountsSet)
      .map(({ cite, at, bounds }) => of({ subject: 'limit', cite }, at, bounds)),
    ...pack.tags.map((tag, index) => of(tag, `tags.${index}.when`, tag.when)),
    ...pack.flows.map((flow, index) => of(flow, `flows.${index}.when`, flow.when)),
    ...pack.goals.map(({ cite, need }, index) =>
      of({ subject: 'indicator', cite }, `goals.${index}.need`, need),
    ),
  ];
}

/** The amounts a pack sets for a pool's uses and costs, as lines over what is planned for them. */
function amountsSet(pool: PoolRules): { cite: string; at: string; bounds: AmountCondition[] }[] {
  const takes = pool.buckets.flatMap(({ cite, take }, index) =>
    take.kind === 'amount'
      ? [{ cite, at: `pools.${pool.id}.buckets.${index}.take`, bounds: [bounded('exactly', take.amount)] }]
      : [],
  );
  const limits = pool.limits.map((limit, index) => ({
    ...{ cite: limit.cite, at: `pools.${pool.id}.limits.${index}` },
    bounds: limitConditions(limit),
  }));
  return [...takes, ...limits];
}

type Finding = Omit<Problem, 'field'>;

/**
 * What is wrong with the conditions of a pack: a fact its subject does not have, words compared as amounts
 * or the reverse, a word, number or list the pack does not know, a share compared with something that is
 * not one, a number its clause does not state.
 */
export function conditionProblems(pack: PolicyPack, at: ConditionsAt): Problem[] {
  return simpleConditions(at.conditions).flatMap((line) => {
    const unknown = unknownFacts(pack, at.subject, line);
    const found = unknown.length > 0 ? unknown : lineProblems(pack, at, line);
    return found.map((problem) => ({ ...problem, field: at.field }));
  });
}

export type SimpleCondition = Exclude<Condition, { kind: 'all' | 'any' | 'none' }>;

/** The lines themselves, out of whatever gathers them. */
export function simpleConditions(conditions: readonly Condition[]): SimpleCondition[] {
  return conditions.flatMap((condition): SimpleCondition[] =>
    'of' in condition ? simpleConditions(condition.of) : [condition],
  );
}

function lineProblems(pack: PolicyPack, at: ConditionsAt, line: SimpleCondition): Finding[] {
  switch (line.kind) {
    case 'words':
      return wordProblems(pack, at.subject, line);
    case 'text':
      return factKind(at.subject, line.fact) === 'text' ? [] : [wrong(line.fact)];
    case 'days':
      return dayProblems(pack, at.subject, line);
    case 'amounts':
      return [...amountProblems(pack, at.subject, line), ...numberProblems(pack, at, line)];
  }
}

const wrong = (value: string): Finding => ({ code: 'policy.wrongComparison', value });

function factsOf(line: SimpleCondition): string[] {
  if (line.kind === 'amounts')
    return [line.left, line.right]
      .flatMap(atomsOf)
      .flatMap((atom) => (atom.kind === 'fact' ? [atom.id] : []));
  return line.kind === 'days' && line.bound.kind === 'fact' ? [line.fact, line.bound.id] : [line.fact];
}

/** Facts the subject does not have, or of a family in which the pack knows no such member. */
function unknownFacts(pack: PolicyPack, subject: Subject, line: SimpleCondition): Finding[] {
  return factsOf(line)
    .filter((fact) => factKind(subject, fact) === undefined || !isKnownMember(pack, subject, fact))
    .map((fact) => ({
      code: 'policy.unknownFact',
      value: fact,
      facts: { subject, known: factNames(subject) },
    }));
}

function isKnownMember(pack: PolicyPack, subject: Subject, fact: string): boolean {
  const member = memberOf(fact);
  if (member === undefined) return !fact.endsWith(':');
  if (factKind(subject, fact) === 'state') return pack.flows.some((flow) => flow.id === member);
  return pack.pools.some((pool) => pool.buckets.some((bucket) => bucket.id === member));
}

function wordProblems(pack: PolicyPack, subject: Subject, line: WordCondition): Finding[] {
  const kind = factKind(subject, line.fact);
  const includes = line.operator.startsWith('includes');
  if (kind === undefined || ['amount', 'count', 'day', 'text'].includes(kind)) return [wrong(line.fact)];
  if (includes !== (kind === 'words')) return [wrong(line.fact)];
  return line.words.flatMap((word): Finding[] => {
    if (!word.startsWith('list:'))
      return wordsOf(pack, kind).has(word) ? [] : [{ code: 'policy.unknownWord', value: word }];
    const known = pack.lists.some((list) => `list:${list.id}` === word);
    return known ? [] : [{ code: 'policy.unknownReference', value: word }];
  });
}

/** The words a fact of a kind can have in this pack. */
export function wordsOf(pack: PolicyPack, kind: FactKind): ReadonlySet<string> {
  const listed = (): string[] => pack.lists.flatMap((list) => list.of.map((word) => word.id));
  const ids: Readonly<Record<string, () => readonly string[]>> = {
    pool: () => POOLS,
    bucket: () => pack.pools.flatMap((pool) => pool.buckets.map((bucket) => bucket.id)),
    deduction: () => pack.pools.flatMap((pool) => pool.deductions.map((item) => item.id)),
    flag: () => ['yes', 'no'],
    state: () => ['passed', 'open'],
    word: listed,
    words: listed,
  };
  return new Set(ids[kind]?.() ?? []);
}

function dayProblems(pack: PolicyPack, subject: Subject, { fact, bound }: DayCondition): Finding[] {
  const days = [fact, ...(bound.kind === 'fact' ? [bound.id] : [])];
  const others = days.filter((day) => factKind(subject, day) !== 'day');
  if (others.length > 0) return others.map(wrong);
  if (bound.kind === 'fact') return [];
  const value = pack.values.find(({ id }) => id === bound.id);
  if (value === undefined) return [{ code: 'policy.unknownReference', value: `value:${bound.id}` }];
  return value.unit === 'day' ? [] : [wrong(bound.id)];
}

function amountProblems(pack: PolicyPack, subject: Subject, { left, right }: AmountCondition): Finding[] {
  const atoms = [left, right].flatMap(atomsOf);
  const words = atoms
    .flatMap((atom) => (atom.kind === 'fact' ? [atom.id] : []))
    .filter((fact) => {
      const kind = factKind(subject, fact);
      return kind !== 'amount' && kind !== 'count';
    });
  if (words.length > 0) return words.map(wrong);
  const unfit = atoms.flatMap((atom): Finding[] => {
    if (atom.kind !== 'value' && atom.kind !== 'need') return [];
    const numbers: readonly { readonly id: string; readonly unit: Unit }[] =
      atom.kind === 'need' ? pack.needs : pack.values;
    const known = numbers.find(({ id }) => id === atom.id);
    if (known === undefined) return [{ code: 'policy.unknownReference', value: `${atom.kind}:${atom.id}` }];
    return known.unit === 'day' ? [wrong(atom.id)] : [];
  });
  if (unfit.length > 0) return unfit;
  const [one, other] = [isShare(pack, left), isShare(pack, right)];
  if (one === 'unclear' || other === 'unclear' || one === other) return [];
  const shares = atoms.flatMap((atom) => (atom.kind === 'value' || atom.kind === 'need' ? [atom.id] : []));
  return [{ code: 'policy.shareWithoutBase', value: shares[0] ?? '' }];
}

/**
 * Numbers written in a condition have to stand in its clause; one the clause gives only in per cent is a
 * share and asks for its base.
 */
function numberProblems(pack: PolicyPack, { cite }: ConditionsAt, line: AmountCondition): Finding[] {
  const clause = pack.clauses.find(({ key }) => key === cite);
  if (clause === undefined) return [];
  const literals = [line.left, line.right]
    .flatMap(atomsOf)
    .flatMap((atom) => (atom.kind === 'number' ? [atom.value] : []));
  const facts = { clause: cite, numbers: clauseNumbers(clause.text).map(({ written }) => written) };
  const missing = literals
    .filter((number) => !statesNumber(clause.text, number))
    .map((value): Finding => ({ code: 'policy.numberNotInClause', value, facts }));
  const isPlain = ![line.left, line.right].some(
    (side) => side.kind === 'part' || side.kind === 'product' || isShare(pack, side) === 'share',
  );
  const percents = literals.filter((number) => isPlain && statesNumber(clause.text, number, 'percentOnly'));
  return [...missing, ...percents.map((value): Finding => ({ code: 'policy.shareWithoutBase', value }))];
}
