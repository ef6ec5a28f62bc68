import { bucketsOf, type PolicyPack, type PoolId, poolRulesOf } from '../policy/pack';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { isOfYearPlan } from './year-beside';

/** What a village writes in its own words into a plan. */
export interface PlanTexts {
  /** Reasons where a rule asks for one, by the check's key: `<rule>`, or `<rule>:<use>`. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly leftOverNote: string;
}

/**
 * What is wrong with the texts of a plan. They are hashed with it, printed on its sheet and shown to
 * everybody, so none may carry a person's number, not even in a key. Codes `form.privateNumber`,
 * `form.notAllowed` (a reason for what the pack has no rule for).
 */
export function planTextProblems(
  { reasons, leftOverNote }: PlanTexts,
  pack: PolicyPack,
  pool: PoolId,
): Problem[] {
  const rules = [...pack.rules, ...(poolRulesOf(pack, pool)?.limits ?? [])].map(({ id }) => id);
  const takes = bucketsOf(pack, pool).map(({ id }) => `take:${id}`);
  const isKnown = (key: string): boolean =>
    isOfYearPlan(key) || [...rules, ...takes].some((id) => key === id || key.startsWith(`${id}:`));
  const stray = Object.keys(reasons).filter((key) => !isKnown(key));
  return [
    ...stray.map((key): Problem => ({ code: 'form.notAllowed', field: `reasons.${key}`, value: key })),
    ...Object.entries(reasons).flatMap(([key, reason]) =>
      privateNumberProblems({ [`reasons.${key}`]: `${key}\n${reason}` }),
    ),
    ...privateNumberProblems({ leftOverNote }),
  ];
}

/** Every text of a plan's draft by its field: whom it is for, the reasons, what is left over for. */
export function draftTexts({
  claims,
  reasons,
  leftOverNote,
}: PlanTexts & { readonly claims: readonly { readonly forWhat: string }[] }): Record<string, string> {
  const named = claims.map(({ forWhat }, index): [string, string] => [
    `claims.${String(index)}.forWhat`,
    forWhat,
  ]);
  const why = Object.entries(reasons).map(([key, text]): [string, string] => [`reasons.${key}`, text]);
  return { ...Object.fromEntries<string>([...named, ...why]), leftOverNote };
}
