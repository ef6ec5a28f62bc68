import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lastDecidingDay } from '../../domain/approvals/plan-steps';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { ApprovalsService } from '../approvals/approvals.service';
import { type DistributionPlan, PlanReadService } from './plan-read.service';

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
}

/** What publishing a plan's sheet asks of the plan, and what it is for the plan's route. */
@Injectable()
export class PlanPublicityService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly approvals: ApprovalsService,
  ) {}

  /**
   * A plan whose sheet may be published: each step before its publicity was taken.
   * @returns the plan, and the day before which no sheet of it hangs
   * @throws DomainError `plan.notNow`, `plan.unknown`
   */
  async requirePublishable(
    tx: EntityManager,
    collectiveId: string,
    planId: string,
  ): Promise<{ readonly plan: DistributionPlan; readonly from: CalendarDay | undefined }> {
    const plan = await this.plans.requirePlan(collectiveId, planId, tx);
    const { state, steps, decisions } = plan;
    const hangsNext = state === 'submitted' && steps[decisions.length]?.kind === 'publicity';
    if (state !== 'approved' && !hangsNext) throw new DomainError('plan.notNow', { state, act: 'publish' });
    return { plan, from: hangsNext ? decisions.at(-1)?.decidedOn : lastDecidingDay(plan) };
  }

  /**
   * Whether a plan was returned or taken back, so that a sheet of it, which may hang already, tells nothing
   * any more; with the day on which it was returned.
   */
  async fallenOf(collectiveId: string, planId: string): Promise<FallenPlan | undefined> {
    const { state, decisions } = await this.plans.requirePlan(collectiveId, planId);
    if (state === 'returned') return { on: decisions.at(-1)?.decidedOn };
    return state === 'voided' ? { on: undefined } : undefined;
  }

  /** Notes that a plan's sheet was put up: it is the step of its route, where publicity comes next. */
  async noteHanging(
    tx: EntityManager,
    plan: DistributionPlan,
    { sheet, by }: { readonly sheet: HangingSheet; readonly by: string },
  ): Promise<void> {
    const { id, digest = '', routeId, draftedBy, draftedOn, steps, collectiveId } = plan;
    if (plan.form !== 'plan/4') return;
    const about = { from: plan.periodFrom, to: plan.periodTo };
    const subject = { kind: 'plan', id, digest, routeId, draftedBy, submittedOn: draftedOn, steps, about };
    await this.approvals.noteHanging(tx, collectiveId, { subject, sheet, by });
  }
}
