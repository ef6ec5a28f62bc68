import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { About } from '../../platform/database/told-about';
import { PlanEntity } from './plan.entity';
import { aboutPlan } from './told-plans';
import { YearPlanEntity } from './year-plan.entity';

/** Plans by their ids, of periods and of years alike, as the register of acts names them. */
@Injectable()
export class PlanNamesService {
  constructor(private readonly database: Database) {}

  async listNames(
    collectiveIds: readonly string[],
    planIds: readonly string[],
  ): Promise<ReadonlyMap<string, About>> {
    if (planIds.length === 0) return new Map();
    const where = { collectiveId: In([...collectiveIds]), id: In([...new Set(planIds)]) };
    const plans = await this.database.reader.findBy(PlanEntity, where);
    const years = await this.database.reader.findBy(YearPlanEntity, where);
    return new Map([...plans, ...years].map((plan) => [plan.id, aboutPlan(plan)]));
  }
}
