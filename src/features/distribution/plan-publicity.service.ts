import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lastDecidingDay } from '../../domain/approvals/plan-steps';
import { type CalendarDay, daysOfYear } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { ApprovalsService } from '../approvals/approvals.service';
import { type DistributionPlan, PlanReadService } from './plan-read.service';
import { YEAR_PLAN, type YearPlan, YearPlanReadService } from './year-plan-read.service';
import { tellPlan } from './told-plans';

/** A plan of which a sheet hangs: of a period or of a year. */
export type SheetPlan =
  | { readonly kind: 'plan'; readonly plan: DistributionPlan }
  | { readonly kind: 'year_plan'; readonly plan: YearPlan };

/** A sheet as it hangs. */
export interface HangingSheet {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** Its number, as it is printed. */
  readonly number: string;
}

/** A plan that holds no more. */
export interface FallenPlan {
  readonly on: CalendarDay | undefined;
  /** Whether a later plan of the same year was decided in its place. */
  readonly isReplaced: boolean;
  /** Whether a body of the village said no to it. */
  readonly isRefused: boolean;
}

/** What publishing a plan's sheet asks of the plan, and what it is for the plan's route. */
@Injectable()
export class PlanPublicityService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly years: YearPlanReadService,
    private readonly approvals: ApprovalsService,
  ) {}

  /** A plan of a period or of a year by its id. @throws DomainError `plan.unknown` */
  async requirePlan(collectiveId: string, planId: string, db?: EntityManager): Promise<SheetPlan> {
    const year = await this.years.findPlan(collectiveId, planId, db);
    if (year !== undefined) return { kind: 'year_plan', plan: year };
    return { kind: 'plan', plan: await this.plans.requirePlan(collectiveId, planId, db) };
  }

  /**
   * A plan whose sheet may be published: each step before its publicity was taken.
   * @returns the plan, and the day before which no sheet of it hangs
   * @throws DomainError `plan.notNow`, `plan.unknown`
   */
  async requirePublishable(
    tx: EntityManager,
    collectiveId: string,
    planId: string,
  ): Promise<{ readonly of: SheetPlan; readonly from: CalendarDay | undefined }> {
    const of = await this.requirePlan(collectiveId, planId, tx);
    tellPlan(tx, of.plan);
    const { state, decisions } = of.plan;
    const isNext = hangsNext(of.plan);
    if (state !== 'approved' && !isNext) throw new DomainError('plan.notNow', { state, act: 'publish' });
    return { of, from: isNext ? decisions.at(-1)?.decidedOn : lastDecidingDay(of.plan) };
  }

  /** Every plan, of periods and of years, without those that were taken back. */
  async listStanding(collectiveId: string, db?: EntityManager): Promise<SheetPlan[]> {
    const plans = await this.plans.listPlans(collectiveId, db);
    const years = await this.years.listPlans(collectiveId, db);
    return [
      ...plans.map((plan): SheetPlan => ({ kind: 'plan', plan })),
      ...years.map((plan): SheetPlan => ({ kind: 'year_plan', plan })),
    ];
  }

  /** The plans whose sheet may be published, whether it was or not. */
  async listPublishable(collectiveId: string): Promise<SheetPlan[]> {
    return (await this.listStanding(collectiveId)).filter(
      ({ plan }) => plan.state === 'approved' || hangsNext(plan),
    );
  }

  /**
   * Whether a plan was returned, refused, taken back or replaced, so that a sheet of it, which may hang
   * already, tells nothing any more; with the day on which it came back.
   */
  async fallenOf(collectiveId: string, planId: string): Promise<FallenPlan | undefined> {
    const { plan } = await this.requirePlan(collectiveId, planId);
    const gone = { on: undefined, isReplaced: false, isRefused: false };
    const last = plan.decisions.at(-1);
    if (plan.state === 'returned')
      return { ...gone, on: last?.decidedOn, isRefused: last?.outcome === 'refused' };
    if (plan.state === 'replaced') return { ...gone, isReplaced: true };
    return plan.state === 'voided' ? gone : undefined;
  }

  /** Notes that a plan's sheet was put up: it is the step of its route, where publicity comes next. */
  async noteHanging(
    tx: EntityManager,
    { kind, plan }: SheetPlan,
    { sheet, by }: { readonly sheet: HangingSheet; readonly by: string },
  ): Promise<void> {
    const { id, digest = '', routeId, draftedBy, draftedOn, steps, collectiveId } = plan;
    if (kind === 'plan' && plan.form !== 'plan/4') return;
    const of = { kind: kind === 'plan' ? 'plan' : YEAR_PLAN, id, digest, routeId, draftedBy };
    const about = kind === 'plan' ? { from: plan.periodFrom, to: plan.periodTo } : daysOfYear(plan.year);
    const subject = { ...of, submittedOn: draftedOn, steps, about };
    await this.approvals.noteHanging(tx, collectiveId, { subject, sheet, by });
  }
}

/** Whether the next step of a plan is that its sheet hangs. */
function hangsNext({ state, steps, decisions }: SheetPlan['plan']): boolean {
  return state === 'submitted' && steps[decisions.length]?.kind === 'publicity';
}
