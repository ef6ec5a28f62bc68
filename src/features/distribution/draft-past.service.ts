import { Injectable } from '@nestjs/common';
import { type KeptForm, KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { planFormPlace } from './plan-form-place';
import type { PlanPeriod } from './plan-ground.service';
import { periodOf, PlanHistoryService, yearBefore } from './plan-history.service';
import { type DistributionPlan, PlanReadService } from './plan-read.service';
import type { RevisionsView } from './plan-revisions.pages';
import { YearBesideService } from './year-beside.service';

/** What was there before a draft of some days is typed. */
export interface DraftPast {
  /** The draft of these days before this one. */
  readonly earlier: DistributionPlan | undefined;
  /** Who returned it or said no to it, and why, where it came back. */
  readonly returned: RevisionsView['returned'];
  /** What was approved for the same days a year before. */
  readonly lastYear: DistributionPlan | undefined;
  /** What whoever looks typed since then and did not save. */
  readonly kept: KeptForm | undefined;
}

/** The days a draft is for, and who types it. */
export interface DraftTyped {
  readonly collectiveId: string;
  readonly userId: string;
  readonly period: PlanPeriod;
}

/** What a draft begins from: the one before it, the year before, what was typed and not saved. */
@Injectable()
export class DraftPastService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly histories: PlanHistoryService,
    private readonly forms: KeptFormsService,
    private readonly years: YearBesideService,
  ) {}

  async pastOf({ collectiveId, userId, period }: DraftTyped): Promise<DraftPast> {
    const plans = await this.plans.listPlans(collectiveId);
    const { pool, from, to } = period;
    const earlier = plans.find(
      (plan) => plan.pool === pool && plan.periodFrom === from && plan.periodTo === to,
    );
    const ofSameDays = plans.find(
      (plan) => plan.pool === pool && plan.periodFrom <= to && plan.periodTo >= from,
    );
    return {
      earlier,
      returned: ofSameDays?.state === 'returned' ? await this.histories.returnOf(ofSameDays) : undefined,
      lastYear: yearBefore(plans, period),
      kept: await this.forms.findForm(planFormPlace({ collectiveId, userId }, period), earlier?.draftedAt),
    };
  }

  /** The year's decided plan beside a distribution of its year. */
  yearOf(of: Parameters<YearBesideService['besideOf']>[0]): ReturnType<YearBesideService['besideOf']> {
    return this.years.besideOf(of);
  }

  /** What was approved for the same days a year before a plan's. */
  lastYearOf(plan: DistributionPlan): Promise<DistributionPlan | undefined> {
    return this.histories.lastYearOf(plan);
  }

  /** Whether somebody typed on a draft after it was saved. */
  async wasTypedOn(plan: DistributionPlan, userId: string): Promise<boolean> {
    const { collectiveId } = plan;
    const place = planFormPlace({ collectiveId, userId }, periodOf(plan));
    return (await this.forms.findForm(place, plan.draftedAt)) !== undefined;
  }
}
