import { Injectable } from '@nestjs/common';
import { isOfficeReview, type Step } from '../../domain/approvals/route';
import { rolesSigning, tookPart } from '../../domain/approvals/step-takers';
import { toldState } from '../../domain/approvals/refused-steps';
import { standingOf } from '../../domain/approvals/plan-steps';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { planName, yearPlanName } from '../../glossary/periods';
import { labelOf } from '../../glossary/terms';
import { workWords } from '../../glossary/work-words';
import { villagePaths } from '../../platform/http/office-paths';
import { type HungSheet, PlanHistoryService } from '../distribution/plan-history.service';
import { type DistributionPlan, PlanReadService } from '../distribution/plan-read.service';
import { YEAR_PLAN, type YearPlan, YearPlanReadService } from '../distribution/year-plan-read.service';
import type { SigningStanding } from '../approvals/step-signatures.service';
import { MACHINE } from '../users/users.service';
import { BOOKKEEPERS, type ToldWork } from './waiting-work';

/** A plan on its route, of a period or of a year. */
type OnItsRoute = Pick<
  DistributionPlan,
  'collectiveId' | 'id' | 'draftedBy' | 'draftedOn' | 'steps' | 'decisions'
> & {
  readonly state: string;
  readonly kind: 'plan' | typeof YEAR_PLAN;
  readonly digest: string | undefined;
  readonly name: string;
  readonly href: string;
  /** Where its own sheet stands that hangs before the next step; undefined where none does. */
  readonly sheet: HungSheet | undefined;
  /** Whether its last sheet is waited for, too: what it granted goes out once that has hung. */
  readonly isLast: boolean;
};

type Next = Pick<ToldWork, 'by' | 'notBy' | 'what'>;

/** What a village's plans wait for, of a period and of a year: the next step of each, and whose it is. */
@Injectable()
export class WaitingPlansService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly yearPlans: YearPlanReadService,
    private readonly histories: PlanHistoryService,
  ) {}

  async listOf(villageId: string, today: CalendarDay): Promise<ToldWork[]> {
    const plans = await this.plans.listPlans(villageId);
    const years = await this.yearPlans.listPlans(villageId);
    const told: ToldWork[] = [];
    for (const plan of plans.filter((each) => !isReplaced(each, plans)))
      told.push(...(await this.tell(await this.ofPeriod(plan, { plans, today }), today)));
    for (const plan of years.filter((each) => !isYearReplaced(each, years)))
      told.push(...(await this.tell(await this.ofYear(plan, today), today)));
    return told;
  }

  private async ofPeriod(
    plan: DistributionPlan,
    { plans, today }: { readonly plans: readonly DistributionPlan[]; readonly today: CalendarDay },
  ): Promise<OnItsRoute> {
    const name = planName({ from: plan.periodFrom, to: plan.periodTo }, labelOf(`pool.${plan.pool}`));
    const href = villagePaths(plan.collectiveId).plan(plan.id);
    const sheet = await this.histories.sheetOf(plan, today);
    return { ...plan, kind: 'plan', name, href, sheet, isLast: isLastOf(plan, plans) };
  }

  private async ofYear(plan: YearPlan, today: CalendarDay): Promise<OnItsRoute> {
    const name = yearPlanName(plan.year, labelOf(`pool.${plan.pool}`));
    const href = villagePaths(plan.collectiveId).yearPlan(plan.id);
    const sheet = await this.histories.sheetOf(plan, today);
    return { ...plan, kind: YEAR_PLAN, name, href, sheet, isLast: false };
  }

  private async tell(plan: OnItsRoute, today: CalendarDay): Promise<ToldWork[]> {
    const since = plan.decisions.at(-1)?.decidedOn ?? plan.draftedOn;
    return (await this.nextOf(plan, today)).map((next) => ({ ...next, href: plan.href, since }));
  }

  /** What comes next of a plan; nothing where nobody has to do anything for it now. */
  private async nextOf(plan: OnItsRoute, today: CalendarDay): Promise<Next[]> {
    const { name, state, steps, decisions, sheet } = plan;
    if (state === 'drafted') return [{ by: BOOKKEEPERS, what: workWords.submit(name) }];
    if (state === 'returned') {
      const words = toldState(plan) === 'refused' ? workWords.redraftRefused : workWords.redraft;
      return [{ by: BOOKKEEPERS, what: words(name) }];
    }
    const unproven = endsUnproven(plan);
    if (unproven !== undefined) return [{ by: BOOKKEEPERS, what: workWords.sheet(name, unproven) }];
    const isUnderWay = state === 'submitted' || state === 'approved';
    if (!isUnderWay || (state === 'approved' && standingOf(steps, decisions, today) === 'hanging')) return [];
    if (sheet?.isOver === false && decisions.length < steps.length)
      return [{ by: BOOKKEEPERS, what: workWords.sheet(name, sheet.words) }];
    return this.takenNext(plan);
  }

  private async takenNext(plan: OnItsRoute): Promise<Next[]> {
    const { name, steps, decisions } = plan;
    const step = steps[decisions.length];
    const { taker, standing } = await this.histories.takerOf(plan, MACHINE);
    // What a county numbers itself stands on its list of filings.
    if (step === undefined || taker === undefined || taker.isNumbered) return [];
    // Whoever signed has done his part, until enough did: then each of them may note the step.
    const isOpen = step.signers !== undefined && (standing?.count ?? 0) < step.signers.needed;
    const signed = isOpen ? signersOf(standing) : [];
    // No review, an office's or the supervisors', is taken by who had a hand in what it reviews.
    const hands = step.kind === 'review' ? [plan.draftedBy, ...tookPart(decisions)] : [];
    const what = isOfficeReview(step) ? workWords.review(name) : workWords.step(name, step.name);
    const next = { by: taker.roles, notBy: [...hands, ...signed], what };
    return [next, ...notedNames(plan, step, standing)];
  }
}

/** Whoever signed, under his log-in or on a paper that somebody else noted, with all his accounts there. */
function signersOf(standing: SigningStanding | undefined): string[] {
  return (standing?.signatures ?? []).flatMap(({ kept, accounts }) =>
    kept.signer === null ? accounts : [...accounts, kept.signer],
  );
}

/** That somebody noted who holds the post as one who signed on paper: he alone knows whether he did. */
function notedNames({ name }: OnItsRoute, step: Step, standing: SigningStanding | undefined): Next[] {
  const noted = (standing?.signatures ?? []).filter(({ kept }) => kept.signer === null);
  return noted
    .filter(({ accounts }) => accounts.length > 0)
    .map(({ accounts }) => {
      const all = (standing?.holders ?? []).flatMap((each) => each.accounts);
      const notBy = all.filter((each) => !accounts.includes(each));
      return { by: rolesSigning(step), notBy, what: workWords.notedAsYours(name, step.name) };
    });
}

/** A returned plan waits no more once a later one of any of its days was drafted. */
function isReplaced(plan: DistributionPlan, plans: readonly DistributionPlan[]): boolean {
  return plans.some(
    (other) =>
      other.revision > plan.revision &&
      other.pool === plan.pool &&
      other.periodFrom <= plan.periodTo &&
      other.periodTo >= plan.periodFrom,
  );
}

/** What the sheet that ends its plan lacks beside its days, where the payment waits for it. */
function endsUnproven({ state, isLast, sheet, decisions, steps }: OnItsRoute): string | undefined {
  const ends = state === 'approved' && isLast && decisions.length >= steps.length;
  return ends && sheet?.isOver === false && sheet.until === undefined ? sheet.words : undefined;
}

/** Whether no later days of its pool have a plan: what it granted waits for its sheet to have hung. */
function isLastOf(plan: DistributionPlan, plans: readonly DistributionPlan[]): boolean {
  return !plans.some(({ pool, periodFrom }) => pool === plan.pool && periodFrom > plan.periodTo);
}

/** So does that of a year once a later one of its pool was drafted. */
function isYearReplaced(plan: YearPlan, plans: readonly YearPlan[]): boolean {
  return plans.some(
    ({ revision, pool, year }) => revision > plan.revision && pool === plan.pool && year === plan.year,
  );
}
