import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { GrantEntity } from './grant.entity';
import { type DistributionPlan, type PlannedLine, PlanReadService } from './plan-read.service';

/** A plan, and the line of it under which something is owed. */
export interface PlanOfDebt {
  readonly plan: DistributionPlan;
  readonly line: PlannedLine;
}

/** By which plan something is owed. */
@Injectable()
export class PlanOfDebtService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
  ) {}

  /** The plan by which a voucher's debt was granted; undefined where no plan's grant booked it. */
  async find(collectiveId: string, entryId: string): Promise<PlanOfDebt | undefined> {
    const grant = await this.database.reader.findOneBy(GrantEntity, { collectiveId, entryId });
    if (grant === null) return undefined;
    const plan = await this.plans.requirePlan(collectiveId, grant.planId);
    const line = plan.lines.find(({ id }) => id === grant.planLineId);
    return line === undefined ? undefined : { plan, line };
  }
}
