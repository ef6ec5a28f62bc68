import type { KeptNewIncome } from '../../domain/distribution/new-income';
import { keepGround, type PlanGround } from '../../domain/distribution/plan-ground';
import type { PlanNumber } from '../../domain/distribution/plan-numbers';
import { sha256 } from '../../platform/digests/sha256';
import type { DistributionPlan } from './plan-read.service';

/**
 * The digest of what approvers approve: period, figures, pack, every line and claim, the written reasons,
 * since the second form the numbers it was judged by and what the books said when it was drafted, and since
 * the third what was set aside then, since the fourth the text of the route it takes step by step.
 * Any change of one of them is another digest and voids what was given. A plan keeps the form of its time.
 */
export function planDigest(plan: Omit<DistributionPlan, 'digest' | 'decisions' | 'state' | 'steps'>): string {
  const canonical = JSON.stringify([
    plan.form,
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
    ...(plan.form === 'plan/1' ? [] : [plan.numbers.map(numberText), groundText(plan.ground)]),
    ...(plan.form === 'plan/3' || plan.form === 'plan/4' ? [reservesText(plan.ground)] : []),
    ...(plan.form === 'plan/4' ? [plan.routeText] : []),
  ]);
  return sha256(canonical);
}

function numberText({ id, decidedBy, value, from, paper }: PlanNumber): unknown[] {
  const { title, number, issuer, issuedOn } = paper ?? {};
  return [id, decidedBy, value ?? null, from ?? null, paper && [title, number ?? null, issuer, issuedOn]];
}

function groundText(ground: PlanGround | undefined): unknown {
  if (ground === undefined) return null;
  const { deductions, period, year, yearPlan } = keepGround(ground);
  return [
    deductions.map(({ id, kind, amount, reason }) => [id, kind, amount, reason]),
    [period.received, Object.entries(period.costs)],
    [year.year, year.isOver, year.received, Object.entries(year.costs), Object.entries(year.used)],
    // Only where the document speaks of new income: every other plan keeps its digest.
    ...(year.newIncome === undefined ? [] : [newIncomeText(year.newIncome)]),
    // Only where a plan of the year was decided before it.
    ...(yearPlan === undefined ? [] : [['year_plan', yearPlan.planId, Object.entries(yearPlan.left)]]),
  ];
}

function newIncomeText({ thisYear, lastYear }: KeptNewIncome): unknown {
  const sums = [thisYear, lastYear].map((each) => each && [each.pv, each.fixedAsset, each.rest]);
  return ['new_income', ...sums];
}

function reservesText(ground: PlanGround | undefined): unknown {
  const { reserves = [] } = ground === undefined ? {} : keepGround(ground);
  return reserves.map(({ id, purpose, paper, setOn, amount, releasedBefore, releases }) => {
    const released = releases.map((each) => [each.on, each.amount, each.reason]);
    return [id, purpose, paper, setOn, amount, releasedBefore, released];
  });
}

function byKey(left: readonly [string, unknown], right: readonly [string, unknown]): number {
  return left[0] < right[0] ? -1 : 1;
}
