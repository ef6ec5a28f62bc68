import { Injectable } from '@nestjs/common';
import { isOfficeReview } from '../../domain/approvals/route';
import { type CalendarDay, daysInclusive } from '../../domain/calendar/calendar-day';
import type { Fen } from '../../domain/money/fen';
import { villagePaths } from '../../platform/http/office-paths';
import { CHECK_ORDER, type CheckView } from '../../platform/views/check-result';
import { planName } from '../../glossary/periods';
import { checkWords } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import type { Collective } from '../collectives/collectives.service';
import { MovedSheetsService } from '../distribution/moved-sheets.service';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import { PlanViewService } from '../distribution/plan-view.service';
import { objectionTaskWords } from '../../glossary/objection-task-words';
import { ObjectionsService } from '../notices/objections.service';
import { noticePaths } from '../../platform/http/notice-paths';
import { PlanHistoryService } from '../distribution/plan-history.service';
import type { WaitingObjections } from './waiting-objections.pages';
import type { QueuedMoved } from './moved-sheets.pages';
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
    private readonly moved: MovedSheetsService,
    private readonly histories: PlanHistoryService,
    private readonly objections: ObjectionsService,
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

  /** The same as the township's page lists them. The page sorts them. */
  async listQueue(villages: readonly Collective[], today: CalendarDay): Promise<QueuedPlan[]> {
    const waiting = await this.listWaiting(villages, today);
    return waiting.map((each) => queuedPlan(each, today));
  }

  /** The decided plans whose figures have moved since, while no later plan has the difference. */
  async listMoved(villages: readonly Collective[]): Promise<QueuedMoved[]> {
    const queued: QueuedMoved[] = [];
    for (const village of villages) {
      const sheets = await this.moved.listMoved(village.id);
      for (const { plan, moved } of sheets.filter(({ waits }) => waits)) {
        queued.push({
          village: village.name,
          plan: planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`)),
          href: villagePaths(village.id).plan(plan.id),
          vouchers: moved.within.length + moved.later.length,
          effect: moved.change + moved.laterChange,
        });
      }
    }
    return queued;
  }

  /** The villages whose people wait for an answer, the overdue ones first. */
  async listObjections(villages: readonly Collective[], today: CalendarDay): Promise<WaitingObjections[]> {
    const waiting: WaitingObjections[] = [];
    for (const { id, name } of villages) {
      const of = await this.objections.waitingOf(id, today);
      if (of === undefined) continue;
      const words = objectionTaskWords.waits(of.open, of.overdue, of.firstDueOn);
      waiting.push({ village: name, href: noticePaths(id).objections, words, isOverdue: of.overdue > 0 });
    }
    return waiting.sort((one, other) => Number(other.isOverdue) - Number(one.isOverdue));
  }

  /** The newest plan of a village, in words; undefined where none was drafted. */
  async latestPlan(
    collectiveId: string,
    today: CalendarDay,
  ): Promise<{ readonly stateWord: string } | undefined> {
    const [plan] = await this.plans.listPlans(collectiveId);
    return plan === undefined ? undefined : { stateWord: await this.histories.stateWord(plan, today) };
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
      since: plan.decisions.at(-1)?.decidedOn ?? plan.draftedOn,
      distributable: BigInt(plan.figures.distributable),
      lastYear: lastYear && BigInt(lastYear.figures.distributable),
    };
  }
}

function waitsForReview(plan: DistributionPlan): boolean {
  if (plan.state !== 'submitted') return false;
  const step = plan.steps[plan.decisions.length];
  return step !== undefined && isOfficeReview(step);
}

function queuedPlan({ checks, since, ...waiting }: WaitingPlan, today: CalendarDay): QueuedPlan {
  const worst = worstOf(checks);
  const { village, href, distributable, lastYear } = waiting;
  return {
    ...{ village: village.name, href, reviewHref: href, distributable },
    change: lastYear === undefined ? undefined : distributable - lastYear,
    worst: worst?.outcome ?? 'passed',
    finding:
      worst === undefined || worst.outcome === 'passed' ? checkWords.allPassed(checks.length) : worst.title,
    ...(worst?.clause === undefined || worst.outcome === 'passed' ? {} : { clause: worst.clause }),
    waitingDays: daysInclusive(since, today) - 1,
  };
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
