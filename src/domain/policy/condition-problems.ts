import type { Problem } from '../shared/problem';
import type { AmountCondition, Condition, WordCondition } from './condition';
import { POOLS, type PolicyPack, type Rule } from './pack';
import { factKind, type FactKind, SUBJECTS } from './subjects';

/**
 * What is wrong with the conditions of a rule: a fact its subject does not have, words compared as amounts
 * or the reverse, a word, number or list the pack does not know, a share compared with something that is
 * not one.
 * @param field path of the rule in the file
 */
export function conditionProblems(pack: PolicyPack, rule: Rule, field: string): Problem[] {
  const problemsOf = (key: string, lines: readonly Condition[]): Problem[] =>
    lines.flatMap((line) => {
      const unknown = unknownFacts(rule, line);
      if (unknown.length > 0) return unknown.map((problem) => ({ ...problem, field: `${field}.${key}` }));
      const found = line.kind === 'words' ? wordProblems(pack, rule, line) : amountProblems(pack, rule, line);
      return found.map((problem) => ({ ...problem, field: `${field}.${key}` }));
    });
  return [...problemsOf('when', rule.when), ...problemsOf('need', rule.need)];
}

type Finding = Omit<Problem, 'field'>;

function unknownFacts({ subject }: Rule, line: Condition): Finding[] {
  const bound = line.kind === 'amounts' && line.bound.kind === 'fact' ? [line.bound.id] : [];
  const denominator = line.kind === 'amounts' && line.of !== undefined ? [line.of] : [];
  const known = Object.keys(SUBJECTS[subject]);
  return [line.fact, ...denominator, ...bound]
    .filter((fact) => factKind(subject, fact) === undefined)
    .map((fact) => ({ code: 'policy.unknownFact', value: fact, facts: { subject, known } }));
}

function wordProblems(pack: PolicyPack, { subject }: Rule, line: WordCondition): Finding[] {
  const kind = factKind(subject, line.fact);
  if (kind === undefined || kind === 'amount') return [{ code: 'policy.wrongComparison', value: line.fact }];
  return line.words.flatMap((word): Finding[] => {
    if (!word.startsWith('list:'))
      return wordsOf(pack, kind).has(word) ? [] : [{ code: 'policy.unknownWord', value: word }];
    const known = pack.lists.some((list) => `list:${list.id}` === word);
    return known ? [] : [{ code: 'policy.unknownReference', value: word }];
  });
}

function wordsOf(pack: PolicyPack, kind: Exclude<FactKind, 'amount'>): ReadonlySet<string> {
  const ids = {
    pool: () => POOLS,
    bucket: () => pack.pools.flatMap((pool) => pool.buckets.map((bucket) => bucket.id)),
    deduction: () => pack.pools.flatMap((pool) => pool.deductions.map((item) => item.id)),
    group: () => pack.lists.flatMap((list) => list.of.map((word) => word.id)),
  };
  return new Set<string>(ids[kind]());
}

function amountProblems(pack: PolicyPack, { subject }: Rule, line: AmountCondition): Finding[] {
  const { bound } = line;
  const compared = [
    line.fact,
    ...(line.of === undefined ? [] : [line.of]),
    ...(bound.kind === 'fact' ? [bound.id] : []),
  ];
  const words = compared.filter((fact) => factKind(subject, fact) !== 'amount');
  if (words.length > 0) return words.map((value) => ({ code: 'policy.wrongComparison', value }));
  if (bound.kind === 'number' || bound.kind === 'fact') return [];
  const number = (bound.kind === 'need' ? pack.needs : pack.values).find(
    (candidate) => candidate.id === bound.id,
  );
  if (number === undefined) return [{ code: 'policy.unknownReference', value: `${bound.kind}:${bound.id}` }];
  const isShare = line.of !== undefined;
  return isShare === (number.unit === 'share') ? [] : [{ code: 'policy.shareWithoutBase', value: bound.id }];
}
