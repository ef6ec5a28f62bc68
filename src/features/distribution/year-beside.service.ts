import { Injectable } from '@nestjs/common';
import { yearOf } from '../../domain/calendar/calendar-day';
import { yearBeside } from '../../domain/distribution/year-beside';
import { usedByUse } from '../../domain/distribution/year-plan-checks';
import { bucketsOf } from '../../domain/policy/pack';
import { villagePaths } from '../../platform/http/office-paths';
import { widePunctuation } from '../../platform/text/wide-punctuation';
import { lineLeft, PlanReadService } from './plan-read.service';
import { YearPlanReadService } from './year-plan-read.service';
import type { YearBesideView } from './year-beside.pages';

/** The distribution that a year's plan stands beside: of which pool, ending on which day. */
interface BesideOf {
  readonly collectiveId: string;
  readonly pool: string;
  readonly to: string;
  /** Its id, where it is drafted: what it gives itself is this period's. */
  readonly id?: string;
}

/** The decided yearly plan beside a distribution of its year. */
@Injectable()
export class YearBesideService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
  ) {}

  /** Undefined where no plan of the year was decided. */
  async besideOf({ collectiveId, pool, to, id }: BesideOf): Promise<YearBesideView | undefined> {
    const year = yearOf(to);
    const yearPlan = (await this.years.listPlans(collectiveId)).find(
      (plan) => plan.state === 'approved' && plan.pool === pool && plan.year === year,
    );
    if (yearPlan === undefined) return undefined;
    const decided = (await this.plans.listPlans(collectiveId)).filter(
      (plan) =>
        plan.state === 'approved' &&
        plan.pool === pool &&
        plan.id !== id &&
        yearOf(plan.periodTo) === year &&
        plan.periodTo <= to,
    );
    const lines = decided.flatMap((plan) => plan.lines);
    const uses = lines.map((line) => {
      return { use: line.bucket.id, granted: line.granted, toGrant: lineLeft(line) };
    });
    const names = new Map(
      [...bucketsOf(yearPlan.pack, yearPlan.pool), ...lines.map(({ bucket }) => bucket)].map((each) => [
        each.id,
        each.name,
      ]),
    );
    return {
      year,
      href: villagePaths(collectiveId).yearPlan(yearPlan.id),
      rows: yearBeside(usedByUse(yearPlan.content), uses).map((row) => {
        return { ...row, name: widePunctuation(names.get(row.use) ?? row.use) };
      }),
    };
  }
}
