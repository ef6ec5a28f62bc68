import type { PlanLine } from '../../domain/distribution/distribution-plan';
import { type PlanCheck, planChecks } from '../../domain/distribution/plan-checks';
import { askedNumbers, readDecisions } from '../../domain/distribution/plan-numbers';
import type { UseFacts } from '../../domain/distribution/use-facts';
import { bucketsOf, targetGroupsOf } from '../../domain/policy/pack';
import { sumFen } from '../../domain/money/fen';
import { readClaim } from '../../domain/uses/claim';
import { claimsUnder, typedDecisions, typedReasons } from './draft-claims.view';
import type { PlanBasis } from './plan-head.service';
import { yearLeftChecks } from './year-left-checks';

/** The lines that stand in a form, each with its claims; what is no amount counts nothing. */
export function typedLines(
  { pack, pool }: Pick<PlanBasis, 'pack' | 'pool'>,
  values: Readonly<Record<string, string>>,
): PlanLine[] {
  const buckets = bucketsOf(pack, pool).map(({ id }) => id);
  const groups = targetGroupsOf(pack);
  return buckets.flatMap((bucket) => {
    const { rows } = claimsUnder(values, bucket);
    const claims = rows.map((row) => {
      const typed = (field: string): string => values[`claims[${String(row)}][${field}]`] ?? '';
      const form = {
        ...{ bucket, forWhat: typed('forWhat'), beneficiaries: typed('beneficiaries') },
        ...{ unit: typed('unit'), targetGroup: typed('targetGroup'), amount: typed('amount') },
      };
      return { ...readClaim(form, pool, { buckets, groups, at: '' }).claim, id: String(row) };
    });
    const planned = claims.filter(({ amount }) => amount > 0n);
    const amount = sumFen(planned.map((claim) => claim.amount));
    return planned.length === 0 ? [] : [{ bucket, amount, claims: planned }];
  });
}

/** What the uses of a plan are judged on, with the numbers of the village that stand in the form. */
export function typedFacts(
  { judged }: Pick<PlanBasis, 'judged'>,
  values: Readonly<Record<string, string>>,
): Omit<UseFacts, 'planned'> {
  const { decided } = readDecisions(typedDecisions(values), askedNumbers(judged.pack, judged.pool));
  return { ...judged, local: { ...judged.local, ...decided } };
}

/**
 * What the policy and the plan of its year say of a plan as it stands in the form, before anything is saved:
 * the same judgements by the same facts as of a saved one.
 */
export function typedChecks(basis: PlanBasis, values: Readonly<Record<string, string>>): PlanCheck[] {
  const { pack, pool, distributable, steps } = basis;
  const { on, ground, local } = typedFacts(basis, values);
  const facts = {
    ...{ pool, distributable, lines: typedLines(basis, values), deductions: ground.deductions },
    ...{ reasons: typedReasons(values), grounded: { on, ground } },
    ...(steps === undefined ? {} : { steps }),
  };
  const names = new Map(bucketsOf(pack, pool).map(({ id, name }) => [id, name]));
  return [
    ...planChecks(pack, facts, local),
    ...yearLeftChecks(ground.yearPlan, { ...facts, nameOf: (use) => names.get(use) }),
  ];
}
