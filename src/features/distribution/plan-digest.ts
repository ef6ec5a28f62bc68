import { createHash } from 'node:crypto';
import type { DistributionPlan } from './plan-read.service';

/**
 * The digest of what approvers approve: period, figures, pack, every line and claim, the written reasons.
 * Any change of one of them is another digest and voids what was given.
 */
export function planDigest(plan: Omit<DistributionPlan, 'digest' | 'decisions' | 'state'>): string {
  const canonical = JSON.stringify([
    'plan/1',
    plan.collectiveId,
    plan.id,
    plan.pool,
    [plan.periodFrom, plan.periodTo],
    [plan.packId, plan.packDigest, plan.routeId],
    [plan.draftedBy, plan.draftedOn],
    Object.entries(plan.figures).sort(byKey),
    Object.entries(plan.reasons).sort(byKey),
    plan.leftOverNote,
    plan.lines.map((line) => [
      line.id,
      line.bucket.id,
      line.amount.toString(),
      line.claims.map((claim) => [
        claim.id,
        claim.forWhat,
        claim.beneficiaries,
        claim.unit,
        claim.targetGroup,
        claim.amount.toString(),
      ]),
    ]),
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : 1;
}
