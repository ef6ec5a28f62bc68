import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { leftByUse, type YearLeft, yearBeside } from '../../domain/distribution/year-beside';
import { usedByUse } from '../../domain/distribution/year-plan-checks';
import type { PoolId } from '../../domain/policy/pack';
import { lineLeft, PlanReadService } from './plan-read.service';
import { PlanEntity } from './plan.entity';
import { YearPlanReadService } from './year-plan-read.service';

/** What decided distributions of a year leave of its decided plan, use by use. */
@Injectable()
export class YearLeftService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
  ) {}

  /**
   * What a distribution that ends on a day may take of the year's plan: what is planned, less what those that
   * were decided for the year up to that day give. Undefined where no plan of the year was decided.
   */
  async leftOf(
    db: EntityManager,
    collectiveId: string,
    { pool, to }: { readonly pool: PoolId; readonly to: CalendarDay },
  ): Promise<YearLeft | undefined> {
    const year = yearOf(to);
    const plan = await this.years.findDecided({ collectiveId, pool, year }, db);
    if (plan === undefined) return undefined;
    const rows = await db.findBy(PlanEntity, { collectiveId, pool, state: 'approved' });
    const lines = [];
    for (const { id, periodTo } of rows) {
      if (yearOf(periodTo) !== year || periodTo > to) continue;
      lines.push(...(await this.plans.requirePlan(collectiveId, id, db)).lines);
    }
    const decided = lines.map((line) => {
      return { use: line.bucket.id, granted: line.granted, toGrant: lineLeft(line) };
    });
    return { planId: plan.id, left: leftByUse(yearBeside(usedByUse(plan.content), decided)) };
  }
}
