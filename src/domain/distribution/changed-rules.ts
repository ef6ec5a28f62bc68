import { type LocalNumber } from '../policy/local-standard';
import type { PolicyPack, PoolId } from '../policy/pack';
import { givenNumbers, type PlanNumber, planNumbers } from './plan-numbers';

/** A pack as a plan was drafted under it, or as it is in force. */
export interface HeldPack {
  readonly pack: PolicyPack;
  readonly digest: string;
}

/**
 * What holds on the day a plan is decided and did not when it was drafted, by the document's own words:
 * another document (or its text edited), or a number that somebody else than the village gave, took back or
 * changed. Empty where the plan is decided by what it was drafted on.
 * @param kept `numbers` undefined: a plan of the first form kept none
 * Source: product decision "Policy packs": one plan, one pack, by the day of the village body's decision.
 */
export function changedRules(
  kept: HeldPack & { readonly pool: PoolId; readonly numbers: readonly PlanNumber[] | undefined },
  now: HeldPack & { readonly standards: readonly LocalNumber[] },
): string[] {
  const sameText = [now.digest, ...now.pack.earlierForms].includes(kept.digest);
  if (now.pack.id !== kept.pack.id || !sameText) return [now.pack.source.title];
  if (kept.numbers === undefined) return [];
  const typed = kept.numbers.filter(({ decidedBy, from }) => decidedBy === 'village' && from === undefined);
  const given = { standards: now.standards, decided: givenNumbers(typed) };
  const [before, after] = [kept.numbers, planNumbers(now.pack, kept.pool, given)].map(givenNumbers);
  const ids = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...ids].filter((id) => before?.[id] !== after?.[id]).map((id) => saidOf(now.pack, id));
}

/** What the document says of a number: what is to be decided, or the sentence that gives it. */
function saidOf({ needs, values, clauses }: PolicyPack, id: string): string {
  const value = values.find((each) => each.id === id);
  const clause = clauses.find(({ key }) => key === value?.cite);
  return needs.find((each) => each.id === id)?.says ?? clause?.text ?? id;
}
