import { daysOfYear } from '../../domain/calendar/calendar-day';
import type { WaitingPlan } from '../../domain/distribution/waiting-plan';
import type { DecidedBy } from '../approvals/routes.service';
import { decidedBy } from './plan-read.service';
import type { PlanEntity } from './plan.entity';
import { YEAR_PLAN } from './year-plan-read.service';
import type { YearPlanEntity } from './year-plan.entity';

/** A plan by which something is owed, of a period or of a year: how it is told, and by what it is decided. */
export interface DebtPlan {
  readonly collectiveId: string;
  readonly told: Omit<WaitingPlan, 'wants'>;
  readonly by: DecidedBy;
  readonly subject: { readonly kind: string; readonly id: string };
}

export function debtPlanOf(plan: PlanEntity): DebtPlan {
  const { collectiveId, id, pool, periodFrom: from, periodTo: to } = plan;
  return {
    ...{ collectiveId, told: { planId: id, pool, from, to } },
    ...{ by: decidedBy(plan), subject: { kind: 'plan', id } },
  };
}

export function yearDebtPlanOf({
  collectiveId,
  id,
  pool,
  year,
  routeId,
  routeText,
}: YearPlanEntity): DebtPlan {
  return {
    ...{ collectiveId, told: { planId: id, year, pool, ...daysOfYear(year) } },
    ...{ by: { routeId, routeText, everyStep: true }, subject: { kind: YEAR_PLAN, id } },
  };
}

/** Which of a year's revisions, in their order, stood at an instant: the last one decided by then. */
export function standsAt<Each extends { readonly decidedAt: string }>(
  revisions: readonly Each[],
  at: string,
): Each {
  const [first, ...later] = revisions;
  if (first === undefined) throw new RangeError('a plan that granted something is decided');
  return later.findLast(({ decidedAt }) => decidedAt <= at) ?? first;
}
