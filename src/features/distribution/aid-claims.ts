import { paysAid } from '../../domain/uses/aid-list';
import { approvedClaimsOf } from './approved-claims';
import { type DistributionPlan, isUntouched, type PlannedClaim } from './plan-read.service';

/** A claim for rewards or subsidies of an approved plan, with its plan. */
export interface AidClaim {
  readonly plan: DistributionPlan;
  readonly claim: PlannedClaim;
}

/** The claims of an approved plan that lists may pay: none granted whole, or owed by labour sheets. */
export function aidClaimsOf(plan: DistributionPlan): AidClaim[] {
  return approvedClaimsOf(plan, paysAid).filter(({ claim }) => claim.byParts === 'aid' || isUntouched(claim));
}

/** Whether an approved plan has a claim that lists of rewards or subsidies may pay. */
export function hasAid(plan: DistributionPlan): boolean {
  return aidClaimsOf(plan).length > 0;
}
