import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import { givenNumbers, planNumbers } from '../../domain/distribution/plan-numbers';
import { Database } from '../../platform/database/database';
import { PeriodsService } from '../surplus/periods.service';
import { PlanGroundService, type PlanPeriod } from './plan-ground.service';
import type { PlanBasis } from './plan-head.service';
import { type DistributionPlan, PlanReadService, poolOfPack } from './plan-read.service';
import { PlanRulesService } from './plan-rules.service';
import { standingChecks } from './standing-checks';

/** A plan to be drafted: of which pool and days; the period to be distributed next where none are named. */
export interface DraftAsked {
  readonly collectiveId: string;
  readonly pool: 'pv' | 'other';
  readonly from: CalendarDay | undefined;
  readonly to: CalendarDay | undefined;
}

/** What a draft is drawn from. */
export interface DraftBasis {
  readonly basis: PlanBasis;
  /** The draft of these days before this one. */
  readonly earlier: DistributionPlan | undefined;
  /** What was approved for the same days a year before. */
  readonly lastYear: DistributionPlan | undefined;
  /** Whether its policy lets it be decided at all. */
  readonly checks: readonly PlanCheck[];
}

/** What a new draft stands on: the statement of today, the pack in force, and the draft before it. */
@Injectable()
export class DraftBasisService {
  constructor(
    private readonly rules: PlanRulesService,
    private readonly database: Database,
    private readonly grounds: PlanGroundService,
    private readonly periods: PeriodsService,
    private readonly plans: PlanReadService,
  ) {}

  /** @throws DomainError `policy.twoPacksInForce`, `plan.routeMissing`, `calendar.reversed` */
  async basisOf(asked: DraftAsked): Promise<DraftBasis> {
    const { collectiveId, pool } = asked;
    const { next, today } = await this.periods.periodsOf(collectiveId, pool);
    const from = asked.from ?? next.from;
    const to = asked.to ?? next.to;
    const { loaded, routeId, standards } = await this.rules.draftingRules(collectiveId, today);
    const { pack } = loaded;
    const period = { pool, from, to };
    const db = this.database.reader;
    const statement = await this.grounds.statementOf(db, collectiveId, period);
    const ground = await this.grounds.groundOf(db, collectiveId, { pack, period });
    const plans = await this.plans.listPlans(collectiveId);
    const earlier = plans.find(
      (plan) => plan.pool === pool && plan.periodFrom === from && plan.periodTo === to,
    );
    const numbers = planNumbers(pack, pool, { standards, decided: {} });
    const { carriedOver, received, deducted, distributable } = statement;
    const basis = {
      collectiveId,
      pool,
      from,
      to,
      revision: (earlier?.revision ?? 0) + 1,
      pack,
      routeId,
      carriedOver,
      received,
      deducted,
      distributable,
      judged: { pack, pool, on: today, local: givenNumbers(numbers), distributable, ground },
      numbers,
      state: 'drafted' as const,
      decisions: [],
    };
    const under = { collectiveId, pack, packDigest: loaded.digest };
    const checks = standingChecks(await this.rules.standingOf(under, today));
    return { basis, earlier, lastYear: yearBefore(plans, period), checks };
  }

  /** What was approved for the same days a year before a plan's. */
  async lastYearOf(plan: DistributionPlan): Promise<DistributionPlan | undefined> {
    const { collectiveId, periodFrom: from, periodTo: to } = plan;
    const pool = poolOfPack(plan.pool);
    return yearBefore(await this.plans.listPlans(collectiveId), { pool, from, to });
  }
}

function yearBefore(plans: readonly DistributionPlan[], period: PlanPeriod): DistributionPlan | undefined {
  const back = (day: CalendarDay): CalendarDay => `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;
  const [from, to] = [back(period.from), back(period.to)];
  return plans.find(
    (plan) =>
      plan.state === 'approved' &&
      plan.pool === period.pool &&
      plan.periodFrom === from &&
      plan.periodTo === to,
  );
}
