import { keepGround } from '../../domain/distribution/plan-ground';
import { sha256 } from '../../platform/digests/sha256';
import type { YearPlan } from './year-plan-read.service';

/**
 * The digest of what approvers approve of a year: pool, year and revision, the rules and the route, every
 * figure with where it comes from, every use, what is kept back, and what it was judged on.
 */
export function yearPlanDigest(plan: Omit<YearPlan, 'digest' | 'decisions' | 'state' | 'steps'>): string {
  const { money, uses, reserve } = plan.content;
  return sha256(
    JSON.stringify([
      'year-plan/1',
      [plan.collectiveId, plan.id, plan.pool, plan.year, plan.revision],
      [plan.packId, plan.packDigest, plan.routeId, plan.routeText],
      [plan.draftedBy, plan.draftedOn, plan.changeWhy],
      money.map(({ code, proposed, basis, amount, why }) => {
        return [code, proposed?.toString() ?? null, basis, amount.toString(), why];
      }),
      uses.map(({ bucket, forWhat, posts, amount }) => {
        const of = posts && [posts.people, posts.standard.toString(), posts.months];
        return [bucket, forWhat, of ?? null, amount.toString()];
      }),
      [reserve.toString(), plan.reserveFor],
      plan.numbers.map(({ id, decidedBy, value, from }) => [id, decidedBy, value ?? null, from ?? null]),
      Object.entries(plan.reasons).sort(([one], [other]) => (one < other ? -1 : 1)),
      keepGround(plan.ground),
    ]),
  );
}
