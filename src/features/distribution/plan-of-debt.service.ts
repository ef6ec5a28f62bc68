import { Injectable } from '@nestjs/common';
import { villageDecision } from '../../domain/approvals/plan-steps';
import { type CalendarDay, daysOfYear } from '../../domain/calendar/calendar-day';
import { type Bucket, bucketsOf, type PolicyPack } from '../../domain/policy/pack';
import { Database } from '../../platform/database/database';
import { UsesService } from '../uses/uses.service';
import { GrantEntity } from './grant.entity';
import { type DistributionPlan, PlanReadService } from './plan-read.service';
import { type YearPlan, YearPlanReadService } from './year-plan-read.service';

/** The plan under which something is owed, of a period or of a year, and the use it is owed as. */
export interface PlanOfDebt {
  readonly pack: PolicyPack;
  readonly pool: string;
  /** Of a plan of a year. */
  readonly year?: number;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly decidedOn: CalendarDay | undefined;
  readonly bucket: Bucket;
}

/** By which plan something is owed: that under which it was granted, whichever line settles it. */
@Injectable()
export class PlanOfDebtService {
  constructor(
    private readonly database: Database,
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
    private readonly uses: UsesService,
  ) {}

  /** The plan by which a voucher's debt was granted; undefined where no plan's grant booked it. */
  async find(collectiveId: string, entryId: string): Promise<PlanOfDebt | undefined> {
    const db = this.database.reader;
    const grant = await db.findOneBy(GrantEntity, { collectiveId, entryId });
    if (grant === null) return undefined;
    const [claim] = await this.uses.listClaims(db, collectiveId, [grant.claimId]);
    const year = await this.years.findPlan(collectiveId, grant.planId, db);
    const plan = year ?? (await this.plans.requirePlan(collectiveId, grant.planId));
    const bucket = bucketsOf(plan.pack, plan.pool === 'other' ? 'other' : 'pv').find(
      ({ id }) => id === claim?.bucket,
    );
    return bucket && { ...toldOf(plan), bucket };
  }
}

function toldOf(plan: DistributionPlan | YearPlan): Omit<PlanOfDebt, 'bucket'> {
  const { pack, pool } = plan;
  const told = { pack, pool, decidedOn: villageDecision(plan)?.decidedOn };
  if (!('year' in plan)) return { ...told, from: plan.periodFrom, to: plan.periodTo };
  return { ...told, year: plan.year, ...daysOfYear(plan.year) };
}
