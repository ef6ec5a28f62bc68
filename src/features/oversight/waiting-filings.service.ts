import { Injectable } from '@nestjs/common';
import { standingOf } from '../../domain/approvals/plan-steps';
import { isCountyFiling } from '../../domain/approvals/step-takers';
import { type CalendarDay, daysInclusive } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { planName, yearPlanName } from '../../glossary/periods';
import { filingWords } from '../../glossary/filing-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { filingPaths, filingPick } from '../../platform/http/oversight-paths';
import type { StepDecision } from '../approvals/approvals.service';
import { type Collective, CollectivesService } from '../collectives/collectives.service';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import { YEAR_PLAN, type YearPlan, YearPlanReadService } from '../distribution/year-plan-read.service';
import type { WaitingWork } from './waiting-work';

/** What is told of a plan that is filed, whether it waits or has its number. */
export interface FiledPlanTold {
  readonly village: Collective;
  readonly kind: 'plan' | typeof YEAR_PLAN;
  readonly planId: string;
  readonly name: string;
  readonly href: string;
  /** What it gives away. Fen. */
  readonly total: Fen;
}

/** A plan that waits to be filed with the county: since when, and for how many days. */
export interface WaitingFiling extends FiledPlanTold {
  readonly since: CalendarDay;
  readonly days: number;
}

/** What of the villages below a county waits to be filed with it, plans of a period and of a year alike. */
@Injectable()
export class WaitingFilingsService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly plans: PlanReadService,
    private readonly yearPlans: YearPlanReadService,
    private readonly clock: Clock,
  ) {}

  /** What waits, the longest first; what still hangs waits for nobody. */
  async listWaiting(officeId: string): Promise<WaitingFiling[]> {
    return (await this.tell(officeId)).waiting;
  }

  /** What waits, and what is told of any plan, by its id. */
  async tell(officeId: string): Promise<{
    readonly waiting: WaitingFiling[];
    readonly plans: ReadonlyMap<string, FiledPlanTold>;
  }> {
    const today = this.clock.today();
    const all = await this.listAll(officeId);
    const waiting = all.flatMap(({ plan, told }) => {
      const since = sinceOf(plan, today);
      return since === undefined
        ? []
        : [{ ...told, since, days: Math.max(0, daysInclusive(since, today) - 1) }];
    });
    return {
      waiting: waiting.sort((one, other) => other.days - one.days),
      plans: new Map(all.map(({ told }) => [told.planId, told])),
    };
  }

  /** The same as a list of work has it: each leads to where it is filed. */
  async listWork(officeId: string): Promise<WaitingWork[]> {
    return (await this.listWaiting(officeId)).map(({ village, kind, planId, name, days }) => {
      const pick = filingPick({ kind, villageId: village.id, planId });
      const href = filingPaths.list(officeId, { pick });
      return { village, by: ['county'], notBy: [], what: filingWords.waits(name), href, days };
    });
  }

  private async listAll(officeId: string): Promise<{ plan: OnItsRoute; told: FiledPlanTold }[]> {
    const all: { plan: OnItsRoute; told: FiledPlanTold }[] = [];
    for (const village of await this.collectives.listVillagesBelow(officeId)) {
      for (const plan of await this.plans.listPlans(village.id))
        all.push({ plan, told: { village, ...toldOf(plan) } });
      for (const plan of await this.yearPlans.listPlans(village.id))
        all.push({ plan, told: { village, ...toldOfYear(plan) } });
    }
    return all;
  }
}

type OnItsRoute = Pick<DistributionPlan, 'steps'> & {
  readonly state: string;
  readonly decisions: readonly StepDecision[];
};

/** Since which day it waits: the last one of the step before; undefined where it does not. */
function sinceOf({ state, steps, decisions }: OnItsRoute, today: CalendarDay): CalendarDay | undefined {
  const step = steps[decisions.length];
  const isUnderWay = state === 'submitted' || state === 'approved';
  if (!isUnderWay || step === undefined || !isCountyFiling(step)) return undefined;
  if (standingOf(steps, decisions, today) === 'hanging') return undefined;
  const last = decisions.at(-1);
  return last?.untilOn ?? last?.decidedOn ?? today;
}

function toldOf(plan: DistributionPlan): Omit<FiledPlanTold, 'village'> {
  const name = planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`));
  const href = villagePaths(plan.collectiveId).plan(plan.id);
  return { kind: 'plan', planId: plan.id, name, href, total: BigInt(plan.figures.planned) };
}

function toldOfYear(plan: YearPlan): Omit<FiledPlanTold, 'village'> {
  const name = yearPlanName(plan.year, labelOf(`pool.${plan.pool}`));
  const href = villagePaths(plan.collectiveId).yearPlan(plan.id);
  return { kind: YEAR_PLAN, planId: plan.id, name, href, total: plan.figures.used };
}
