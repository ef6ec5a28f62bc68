import { Injectable } from '@nestjs/common';
import { isOfVillage, roleOf } from '../../domain/approvals/step-takers';
import { standingOf } from '../../domain/approvals/plan-steps';
import { isOfficeReview } from '../../domain/approvals/route';
import {
  type CalendarDay,
  daysInclusive,
  lastDayOf,
  monthOf,
  monthsBetween,
} from '../../domain/calendar/calendar-day';
import { planName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { workWords } from '../../glossary/work-words';
import { Clock } from '../../platform/clock/clock';
import { villagePaths } from '../../platform/http/office-paths';
import { noticePaths } from '../../platform/http/notice-paths';
import type { Collective } from '../collectives/collectives.service';
import { PlanHistoryService } from '../distribution/plan-history.service';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { ObjectionsService } from '../notices/objections.service';

/** Something that waits for a person, and in whose hands it is. */
export interface WaitingWork {
  readonly village: Collective;
  readonly whose: 'accountant' | 'township' | 'county';
  readonly what: string;
  readonly href: string;
  /** For how many days it waits. */
  readonly days: number;
}

type Told = Pick<WaitingWork, 'whose' | 'what' | 'href'> & { readonly since: CalendarDay };

/** What waits in the villages: the next step of each plan, months to hold and to seal, objections. */
@Injectable()
export class WaitingWorkService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly histories: PlanHistoryService,
    private readonly books: LedgerReadService,
    private readonly objections: ObjectionsService,
    private readonly clock: Clock,
  ) {}

  /** The longest waiting first. */
  async listWaiting(villages: readonly Collective[]): Promise<WaitingWork[]> {
    const today = this.clock.today();
    const waiting: WaitingWork[] = [];
    for (const village of villages) {
      const told = [
        ...(await this.ofPlans(village.id, today)),
        ...(await this.ofMonths(village.id, today)),
        ...(await this.ofObjections(village.id, today)),
      ];
      for (const { since, ...each } of told)
        waiting.push({ village, ...each, days: Math.max(0, daysInclusive(since, today) - 1) });
    }
    return waiting.sort((one, other) => other.days - one.days);
  }

  private async ofPlans(villageId: string, today: CalendarDay): Promise<Told[]> {
    const plans = await this.plans.listPlans(villageId);
    const told: Told[] = [];
    for (const plan of plans.filter((each) => !isReplaced(each, plans))) {
      const step = await this.nextOf(plan, today);
      if (step !== undefined)
        told.push({ ...step, href: villagePaths(villageId).plan(plan.id), since: sinceOf(plan) });
    }
    return told;
  }

  /** What comes next of a plan; undefined where nobody has to do anything for it now. */
  private async nextOf(
    plan: DistributionPlan,
    today: CalendarDay,
  ): Promise<Pick<Told, 'whose' | 'what'> | undefined> {
    const name = planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`));
    if (plan.state === 'drafted') return { whose: 'accountant', what: workWords.submit(name) };
    if (plan.state === 'returned') return { whose: 'accountant', what: workWords.redraft(name) };
    const step = plan.steps[plan.decisions.length];
    if (step === undefined || (plan.state === 'approved' && isHanging(plan, today))) return undefined;
    const sheet = await this.histories.sheetOf(plan, today);
    if (sheet?.isOver === false) return { whose: 'accountant', what: workWords.sheet(name, sheet.words) };
    // What a county numbers itself waits for its office, and stands on its list alone.
    if (await this.histories.isNumberedByCounty(plan)) return undefined;
    if (isOfficeReview(step)) return { whose: 'township', what: workWords.review(name) };
    const whose = isOfVillage(roleOf(step)) ? 'accountant' : 'township';
    return { whose, what: workWords.step(name, step.name) };
  }

  private async ofMonths(villageId: string, today: CalendarDay): Promise<Told[]> {
    const known = await this.books.listMonths(villageId);
    const states = new Map(known.map(({ month, state }) => [month, state]));
    // A month in which nothing was booked yet has no row, and is over all the same.
    const first = known[0]?.month ?? monthOf(today);
    const months = monthsBetween(first, monthOf(today)).filter((month) => month < monthOf(today));
    const open = months.filter((month) => (states.get(month) ?? 'open') === 'open');
    const held = months.filter((month) => states.get(month) === 'held');
    const paths = villagePaths(villageId);
    return [
      ...open.slice(0, 1).map((month): Told => {
        const what = workWords.hold(month, open.length);
        return { whose: 'accountant', what, href: paths.month(month), since: lastDayOf(month) };
      }),
      ...held.slice(0, 1).map((month): Told => {
        const what = workWords.seal(month, held.length);
        return { whose: 'township', what, href: paths.month(month), since: lastDayOf(month) };
      }),
    ];
  }

  private async ofObjections(villageId: string, today: CalendarDay): Promise<Told[]> {
    const of = await this.objections.waitingOf(villageId, today);
    if (of === undefined) return [];
    const what = workWords.objections(of.open, of.overdue, of.firstDueOn);
    const since = of.firstDueOn < today ? of.firstDueOn : today;
    return [{ whose: 'accountant', what, href: noticePaths(villageId).objections, since }];
  }
}

/** A returned plan waits no more once a later one of its days was drafted. */
function isReplaced(plan: DistributionPlan, plans: readonly DistributionPlan[]): boolean {
  return plans.some(
    (other) =>
      other.revision > plan.revision &&
      other.pool === plan.pool &&
      other.periodFrom === plan.periodFrom &&
      other.periodTo === plan.periodTo,
  );
}

function isHanging({ steps, decisions }: DistributionPlan, today: CalendarDay): boolean {
  return standingOf(steps, decisions, today) === 'hanging';
}

function sinceOf({ decisions, draftedOn }: DistributionPlan): CalendarDay {
  return decisions.at(-1)?.decidedOn ?? draftedOn;
}
