import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { PeriodsService } from '../surplus/periods.service';
import { SurplusService } from '../surplus/surplus.service';
import type { PlanBasis } from './plan-head.service';
import { type DistributionPlan, PlanReadService } from './plan-read.service';
import { PlanRulesService } from './plan-rules.service';

/** A plan to be drafted: of which pool and days; the period to be distributed next where none are named. */
export interface DraftAsked {
  readonly collectiveId: string;
  readonly pool: 'pv' | 'other';
  readonly from: CalendarDay | undefined;
  readonly to: CalendarDay | undefined;
}

/** What a new draft stands on: the statement of today, the pack in force, and the draft before it. */
@Injectable()
export class DraftBasisService {
  constructor(
    private readonly rules: PlanRulesService,
    private readonly surplus: SurplusService,
    private readonly periods: PeriodsService,
    private readonly plans: PlanReadService,
  ) {}

  /** @throws DomainError `policy.noPackInForce`, `plan.routeMissing`, `calendar.reversed` */
  async basisOf(asked: DraftAsked): Promise<{ basis: PlanBasis; earlier: DistributionPlan | undefined }> {
    const { collectiveId, pool } = asked;
    const { next, today } = await this.periods.periodsOf(collectiveId, pool);
    const from = asked.from ?? next.from;
    const to = asked.to ?? next.to;
    const { loaded, routeId } = await this.rules.requireRules(collectiveId, today);
    const statement = await this.surplus.statement(collectiveId, { pool, from, to });
    const plans = await this.plans.listPlans(collectiveId);
    const earlier = plans.find(
      (plan) => plan.pool === pool && plan.periodFrom === from && plan.periodTo === to,
    );
    const { carriedOver, received, deducted, distributable } = statement;
    const basis = {
      collectiveId,
      pool,
      from,
      to,
      revision: (earlier?.revision ?? 0) + 1,
      pack: loaded.pack,
      routeId,
      carriedOver,
      received,
      deducted,
      distributable,
      state: 'drafted' as const,
      decisions: [],
    };
    return { basis, earlier };
  }
}
