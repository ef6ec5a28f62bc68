import { explainPlan } from '../../domain/distribution/explain-plan';
import type { PlanGround } from '../../domain/distribution/plan-ground';
import { givenNumbers } from '../../domain/distribution/plan-numbers';
import type { UseFacts } from '../../domain/distribution/use-facts';
import type { Explained } from '../../domain/policy/explanation';
import { type DistributionPlan, poolOfPack } from './plan-read.service';

/** How the figures of a plan came about, by what the plan keeps. */
export function explanationOf(plan: DistributionPlan): Explained {
  const claims = plan.lines.flatMap((line) => line.claims);
  return explainPlan({ ...useFactsOf(plan), carriedOver: BigInt(plan.figures.carriedOver), claims });
}

/** What a plan's uses are judged on. One of the first form kept its sums only: no year, no kinds of cost. */
export function useFactsOf(plan: DistributionPlan): UseFacts {
  return {
    pack: plan.pack,
    pool: poolOfPack(plan.pool),
    on: plan.draftedOn,
    local: givenNumbers(plan.numbers),
    distributable: BigInt(plan.figures.distributable),
    planned: Object.fromEntries(plan.lines.map(({ bucket, amount }) => [bucket.id, amount])),
    ground: plan.ground ?? groundOfFigures(plan),
  };
}

function groundOfFigures({ figures, periodTo }: DistributionPlan): PlanGround {
  const sums = { received: BigInt(figures.received), costs: { other: BigInt(figures.deducted) } };
  const year = { year: periodTo.slice(0, 4), isOver: false, received: 0n, costs: {}, used: {} };
  return { deductions: [], period: sums, year };
}
