import type { LocalNumbers, PolicyPack, PoolId } from '../policy/pack';
import { askedNumbers, givenNumbers, type PlanNumber, readDecisions } from './plan-numbers';

/**
 * The numbers that a copy of a plan is tried by. Every number that the document leaves open may be another
 * one, whoever gives it; one that is left blank is as good as not given. What stands in the place of a number
 * of the document itself stays as the plan kept it.
 */
export function triedNumbers(
  {
    pack,
    pool,
    kept,
  }: { readonly pack: PolicyPack; readonly pool: PoolId; readonly kept: readonly PlanNumber[] },
  typed: Readonly<Record<string, string>>,
): LocalNumbers {
  const asked = askedNumbers(pack, pool);
  const { decided } = readDecisions(
    typed,
    asked.map((each) => ({ ...each, decidedBy: 'village' })),
  );
  const own = kept.filter(({ id }) => !asked.some((each) => each.id === id));
  return { ...givenNumbers(own), ...decided };
}

/** Every number of a plan that may be tried otherwise, as it stands with the plan. */
export function triableNumbers(
  pack: PolicyPack,
  pool: PoolId,
  kept: readonly PlanNumber[],
): Readonly<Record<string, string>> {
  const asked = askedNumbers(pack, pool);
  return givenNumbers(kept.filter(({ id }) => asked.some((each) => each.id === id)));
}
