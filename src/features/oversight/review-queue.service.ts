import { Injectable } from '@nestjs/common';
import { isOfficeReview } from '../../domain/approvals/route';
import { type CalendarDay, daysInclusive } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { villagePaths } from '../../platform/http/office-paths';
import { CHECK_ORDER, type CheckView } from '../../platform/views/check-result';
import { planName, yearPlanName } from '../../glossary/periods';
import { checkWords } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import type { Collective } from '../collectives/collectives.service';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import { PlanViewService } from '../distribution/plan-view.service';
import { PlanHistoryService } from '../distribution/plan-history.service';
import { type YearPlan, YearPlanReadService } from '../distribution/year-plan-read.service';
import { YearPlanViewService } from '../distribution/year-plan-view.service';
import type { QueuedPlan } from './review-queue.pages';

/** A plan that waits for an office's review, with what its checks say and what the year before it gave. */
export interface WaitingPlan {
  readonly village: Collective;
  readonly plan: DistributionPlan;
  readonly href: string;
  /** In the pack's order; a sheet that has still to hang before them. */
  readonly checks: readonly CheckView[];
  /** The day since which it waits. */
  readonly since: CalendarDay;
  /** What can be shared out. Fen. */
  readonly distributable: Fen;
  /** The same of the plan for the same days a year before; undefined where there was none. Fen. */
  readonly lastYear: Fen | undefined;
}

/** The plans that wait for a township's review, and where each village's distribution stands. */
@Injectable()
export class ReviewQueueService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly view: PlanViewService,
    private readonly histories: PlanHistoryService,
    private readonly years: YearPlanReadService,
    private readonly yearViews: YearPlanViewService,
  ) {}

  /** Every submitted plan whose next step is a review, with what is said of it. */
  async listWaiting(villages: readonly Collective[], today: CalendarDay): Promise<WaitingPlan[]> {
    const waiting: WaitingPlan[] = [];
    for (const village of villages) {
      for (const plan of await this.plans.listPlans(village.id)) {
        if (waitsForReview(plan)) waiting.push(await this.waitingPlan(village, plan, today));
      }
    }
    return waiting;
  }

  /** The same as the township's page lists them, and the yearly plans. The page sorts them. */
  async listQueue(villages: readonly Collective[], today: CalendarDay): Promise<QueuedPlan[]> {
    const waiting = await this.listWaiting(villages, today);
    const queued = waiting.map((each) => queuedPlan(each, today));
    for (const village of villages) {
      for (const plan of await this.years.listPlans(village.id))
        if (waitsForReview(plan)) queued.push(await this.queuedYear(village, plan, today));
    }
    return queued;
  }

  /** The newest plan of a village, in words; undefined where none was drafted. */
  async latestPlan(
    collectiveId: string,
    today: CalendarDay,
  ): Promise<{ readonly stateWord: string } | undefined> {
    const [plan] = await this.plans.listPlans(collectiveId);
    return plan === undefined ? undefined : { stateWord: await this.histories.stateWord(plan, today) };
  }

  private async queuedYear(village: Collective, plan: YearPlan, today: CalendarDay): Promise<QueuedPlan> {
    const all = await this.years.listPlans(village.id);
    const { year, pool, figures } = plan;
    const before = all.find((each) => isInForce(each) && each.pool === pool && each.year === year - 1);
    return {
      ...{ village: village.name, href: villagePaths(village.id).yearPlan(plan.id) },
      ...{ plan: yearPlanName(year, labelOf(`pool.${pool}`)), isOfYear: true },
      ...{ distributable: figures.expected, change: before && figures.expected - before.figures.expected },
      ...standing(await this.yearViews.checksOf(plan), sinceOf(plan), today),
    };
  }

  private async waitingPlan(
    village: Collective,
    plan: DistributionPlan,
    today: CalendarDay,
  ): Promise<WaitingPlan> {
    const sheet = await this.histories.sheetOf(plan, today);
    const checks = await this.view.checksOf(plan);
    const lastYear = await this.histories.lastYearOf(plan);
    return {
      ...{ village, plan, href: villagePaths(village.id).plan(plan.id) },
      checks: sheet?.isOver === false ? [waitsFor(sheet.words), ...checks] : checks,
      since: sinceOf(plan),
      distributable: BigInt(plan.figures.distributable),
      lastYear: lastYear && BigInt(lastYear.figures.distributable),
    };
  }
}

function waitsForReview({
  state,
  steps,
  decisions,
}: Pick<DistributionPlan, 'steps' | 'decisions'> & { readonly state: string }): boolean {
  const step = steps[decisions.length];
  return state === 'submitted' && step !== undefined && isOfficeReview(step);
}

/** A yearly plan that was decided; an earlier revision of its year is replaced. */
function isInForce({ state }: YearPlan): boolean {
  return state === 'approved';
}

function sinceOf({ decisions, draftedOn }: Pick<DistributionPlan, 'decisions' | 'draftedOn'>): CalendarDay {
  return decisions.at(-1)?.decidedOn ?? draftedOn;
}

function queuedPlan({ checks, since, plan, ...waiting }: WaitingPlan, today: CalendarDay): QueuedPlan {
  const { village, href, distributable, lastYear } = waiting;
  return {
    ...{ village: village.name, href, distributable, isOfYear: false },
    plan: planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`)),
    change: lastYear === undefined ? undefined : distributable - lastYear,
    ...standing(checks, since, today),
  };
}

/** What the checks of a plan say in a line, and for how many days it waits. */
function standing(
  checks: readonly CheckView[],
  since: CalendarDay,
  today: CalendarDay,
): Pick<QueuedPlan, 'worst' | 'finding' | 'clause' | 'waitingDays'> {
  const worst = worstOf(checks);
  const waitingDays = daysInclusive(since, today) - 1;
  if (worst === undefined || worst.outcome === 'passed')
    return { worst: 'passed', finding: checkWords.allPassed(checks.length), waitingDays };
  const { outcome, title, clause } = worst;
  return { worst: outcome, finding: title, ...(clause && { clause }), waitingDays };
}

/** A sheet that has still to hang stands among the plan's checks: nobody can agree before. */
function waitsFor(words: string): CheckView {
  return { outcome: 'undecided', title: words };
}

/** The first check of the worst outcome there is. */
function worstOf(checks: readonly CheckView[]): CheckView | undefined {
  return [...checks].sort(
    (one, other) => CHECK_ORDER.indexOf(one.outcome) - CHECK_ORDER.indexOf(other.outcome),
  )[0];
}
