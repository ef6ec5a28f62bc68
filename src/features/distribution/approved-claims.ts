import { type DistributionPlan, type PlannedClaim, usesOf } from './plan-read.service';

/** A claim of an approved plan, with its plan. */
export interface ApprovedClaim {
  readonly plan: DistributionPlan;
  readonly claim: PlannedClaim;
}

/**
 * The claims of an approved plan in the lines of one kind of use; none of a plan that is not approved.
 * @param pays whether a use is of that kind, among all uses of its pool
 */
export function approvedClaimsOf(
  plan: DistributionPlan,
  pays: (use: string, uses: readonly string[]) => boolean,
): ApprovedClaim[] {
  if (plan.state !== 'approved') return [];
  const uses = usesOf(plan);
  return plan.lines
    .filter(({ bucket }) => pays(bucket.id, uses))
    .flatMap(({ claims }) => claims.map((claim) => ({ plan, claim })));
}
