import { DUE_GRACE } from './due-grace';
import { findAll } from './find';
import { bucketsOf, type PolicyPack, type PoolId, POOLS, poolRulesOf, type Rule } from './pack';
import { inputsOf, inputsOfItem, type RuleInputs } from './rule-inputs';
import type { Subject } from './subjects';

/** The records of a plan that rules may be for. */
const PLAN_SUBJECTS: readonly Subject[] = ['plan', 'plan_line', 'gate', 'deduction'];

/** What rules, limits and fixed amounts that a plan of a pool is judged by look at, each with its clause. */
export function planInputs(pack: PolicyPack, pool: PoolId): (RuleInputs & { readonly cite: string })[] {
  const rules = pack.rules.filter(({ subject }) => PLAN_SUBJECTS.includes(subject));
  const limits = poolRulesOf(pack, pool)?.limits ?? [];
  const takes = bucketsOf(pack, pool).flatMap(({ take, cite }) =>
    take.kind === 'amount' ? [{ ...inputsOf(pack, { conditions: [], amounts: [take.amount] }), cite }] : [],
  );
  const items = [...rules.filter((rule) => speaksOf(pack, rule, pool)), ...limits];
  return [...items.map(({ id, cite }) => ({ ...inputsOfItem(pack, id), cite })), ...takes];
}

/** Whether some plan asks for a number that the document leaves open: then it is typed on its draft. */
export function isAskedByPlans(pack: PolicyPack, needId: string): boolean {
  const looked = POOLS.flatMap((pool) => planInputs(pack, pool));
  return looked.some(({ needs }) => needs.some(({ id }) => id === needId));
}

/**
 * Whether a line about assets, contracts or what is due asks for a number that the document leaves open: the
 * village settles it where these are held against the document.
 */
export function isAskedByMatters(pack: PolicyPack, needId: string): boolean {
  if (needId === DUE_GRACE) return true;
  const rules = pack.rules.filter(({ subject }) => !PLAN_SUBJECTS.includes(subject));
  return rules.some(({ id }) => inputsOfItem(pack, id).needs.some((need) => need.id === needId));
}

/** Whether a rule may apply to a plan of the pool, by the pool alone. */
function speaksOf(pack: PolicyPack, { subject, when }: Rule, pool: PoolId): boolean {
  const judged = { pack, subject, facts: { pool }, local: {}, on: pack.valid.from };
  return findAll(when, judged).holds !== false;
}
