import { simpleConditions } from './condition-problems';
import type { Need, PackValue, PolicyPack } from './pack';
import { atomsOf, type Quantity } from './quantity';
import type { Condition } from './condition';

/** What rules look at: facts by name, numbers written in the line, those the pack gives or leaves open. */
export interface RuleInputs {
  readonly facts: readonly string[];
  readonly written: readonly string[];
  readonly values: readonly PackValue[];
  readonly needs: readonly Need[];
}

/** Everything that lines and amounts speak of, each once, in the order in which it is read. */
export function inputsOf(
  pack: PolicyPack,
  lines: { readonly conditions: readonly Condition[]; readonly amounts: readonly (Quantity | undefined)[] },
): RuleInputs {
  const simple = simpleConditions(lines.conditions);
  const named = simple.flatMap((line) => (line.kind === 'amounts' ? [] : [line.fact]));
  const bounds = simple.flatMap((line) => (line.kind === 'days' ? [line.bound] : []));
  const quantities = simple.flatMap((line) => (line.kind === 'amounts' ? [line.left, line.right] : []));
  const atoms = [...quantities, ...lines.amounts.flatMap((amount) => amount ?? [])].flatMap(atomsOf);
  const ids = (kind: 'fact' | 'value' | 'need'): string[] =>
    [...atoms, ...bounds].flatMap((atom) => (atom.kind === kind ? [atom.id] : []));
  return {
    facts: [...new Set([...named, ...ids('fact')])],
    written: [...new Set(atoms.flatMap((atom) => (atom.kind === 'number' ? [atom.value] : [])))],
    values: pack.values.filter(({ id }) => ids('value').includes(id)),
    needs: pack.needs.filter(({ id }) => ids('need').includes(id)),
  };
}

/** What a rule, limit, use, tag or goal of the pack looks at; nothing for what judges nothing. */
export function inputsOfItem(pack: PolicyPack, id: string): RuleInputs {
  const rule = pack.rules.find((each) => each.id === id);
  const goal = pack.goals.find((each) => each.id === id);
  const tag = pack.tags.find((each) => `tag:${each.id}` === id);
  const limit = pack.pools.flatMap(({ limits }) => limits).find((each) => each.id === id);
  const use = pack.pools
    .flatMap((pool) => pool.buckets.map((bucket) => ({ bucket, address: `use:${pool.id}.${bucket.id}` })))
    .find(({ address }) => address === id)?.bucket;
  const taken = use?.take.kind === 'amount' ? use.take.amount : undefined;
  const exceptions = (rule?.except ?? []).flatMap(({ when, need }) => [...when, ...need]);
  const conditions = [
    ...(rule === undefined ? [] : [...rule.when, ...rule.need, ...exceptions]),
    ...(goal?.need ?? []),
    ...(tag?.when ?? []),
  ];
  return inputsOf(pack, { conditions, amounts: [limit?.atLeast, limit?.atMost, taken] });
}
