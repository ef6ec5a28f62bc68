import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PlanNumber, planNumbers } from '../../domain/distribution/plan-numbers';
import type { YearOfPool } from '../../domain/distribution/read-year-plan';
import type { ProposedMoney } from '../../domain/distribution/year-plan';
import { expectedSums, usedByUse, type YearBeside } from '../../domain/distribution/year-plan-checks';
import { type LocalNumbers, POOLS, poolRulesOf } from '../../domain/policy/pack';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { type PlanRules, PlanRulesService } from './plan-rules.service';
import { YearPlanMoneyService } from './year-plan-money.service';
import { type YearPlan, YearPlanReadService } from './year-plan-read.service';

/** What a yearly plan is drafted on. */
export interface YearPlanBasis extends YearOfPool, PlanRules {
  readonly proposed: readonly ProposedMoney[];
  /** The decided plans of the same year for other pools that the same rules speak of. */
  readonly beside: readonly YearBeside[];
  /** The plan of this pool and year that holds; undefined where none was decided. */
  readonly decided: YearPlan | undefined;
  /** The latest revision that still stands. */
  readonly latest: YearPlan | undefined;
}

/** Gathers what a yearly plan is drafted on: the rules of today, what the books propose, plans beside it. */
@Injectable()
export class YearPlanBasisService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: PlanRulesService,
    private readonly money: YearPlanMoneyService,
    private readonly reading: YearPlanReadService,
  ) {}

  /** @throws DomainError `plan.routeMissing`, `policy.*` */
  async basisOf(
    collectiveId: string,
    of: YearOfPool,
    db: EntityManager = this.database.reader,
  ): Promise<YearPlanBasis> {
    const rules = await this.rules.draftingRules(collectiveId, this.clock.today(), 'year_plan');
    const { pack } = rules.loaded;
    const { pool, year } = of;
    const plans = (await this.reading.listPlans(collectiveId, db)).filter((plan) => plan.year === year);
    const part = poolRulesOf(pack, pool);
    const others = POOLS.filter(
      (each) => each !== pool && part !== undefined && poolRulesOf(pack, each) === part,
    );
    const own = plans.filter((plan) => plan.pool === pool);
    return {
      ...of,
      ...rules,
      proposed: await this.money.listProposed(db, collectiveId, { ...of, pack }),
      beside: plans
        .filter((plan) => plan.state === 'approved' && others.includes(plan.pool))
        .map(({ content }) => ({ ...expectedSums(content), used: usedByUse(content) })),
      decided: own.find(({ state }) => state === 'approved'),
      latest: own[0],
    };
  }

  /** Keeps the text of a plan's policy with its books. */
  keepPack(tx: EntityManager, collectiveId: string, { loaded }: YearPlanBasis): Promise<void> {
    return this.rules.keepPack(tx, collectiveId, loaded);
  }

  /** The day whose numbers hold. */
  today(): string {
    return this.clock.today();
  }

  /** The numbers a plan is judged by: what the county gave, what the village decided with it. */
  numbersOf({ loaded, pool, standards }: YearPlanBasis, decided: LocalNumbers): PlanNumber[] {
    return planNumbers(loaded.pack, pool, { standards, decided });
  }
}
