import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { yearOf } from '../../domain/calendar/calendar-day';
import { bucketsOf } from '../../domain/policy/pack';
import { Clock } from '../../platform/clock/clock';
import { keepsBooksOf, officePage } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import { YearBesideService } from './year-beside.service';
import type { RefusedAct } from './plan-acts.view';
import type { PlanPlace } from './plan-drawing.service';
import {
  type YearDraftForms,
  type YearPlanAsked,
  YearPlanDraftViewService,
} from './year-plan-draft-view.service';
import { YearPlanDraftPage, type YearPlanDraftPageProps } from './year-plan-draft.pages';
import { YearPlanReadService } from './year-plan-read.service';
import { YearPlanPage } from './year-plan.pages';
import { YearPlanViewService } from './year-plan-view.service';

/** Draws a yearly plan: whoever drafts gets the draft, everyone else the plan. */
@Injectable()
export class YearPlanDrawingService {
  constructor(
    private readonly plans: YearPlanReadService,
    private readonly drafts: YearPlanDraftViewService,
    private readonly view: YearPlanViewService,
    private readonly years: YearBesideService,
    private readonly clock: Clock,
  ) {}

  /** The year of an address or a form; this year where it says none. */
  yearAsked(text: string | undefined): number {
    return /^\d{4}$/.test(text ?? '') ? Number(text) : yearOf(this.clock.today());
  }

  async drawNew(visit: PageVisit, asked: YearPlanAsked, forms?: YearDraftForms): Promise<string> {
    return this.drawDraft(visit, asked, await this.drafts.pageOf(visit, asked, forms));
  }

  /** A draft that begins with what a keeper proposes. @throws DomainError `yearPlan.notProposed` */
  async drawProposed(visit: PageVisit, asked: YearPlanAsked, proposalId: string): Promise<string> {
    return this.drawNew(visit, asked, { offer: await this.years.offerTo(asked, proposalId) });
  }

  /** @throws DomainError `plan.unknown` */
  async draw(visit: PageVisit, at: PlanPlace, refused?: RefusedAct): Promise<string> {
    const plan = await this.plans.requirePlan(at.collectiveId, at.planId);
    if (plan.state === 'drafted' && keepsBooksOf(visit.actor, at.collectiveId)) {
      const page = await this.drafts.pageOf(visit, plan, { saved: plan });
      const problems = refused?.form.problems ?? [];
      return this.drawDraft(visit, plan, { ...page, form: { ...page.form, problems } });
    }
    const forms = { today: this.clock.today(), refused };
    const before = await this.years.beforeOf(plan, bucketsOf(plan.pack, plan.pool));
    const proposed = await this.years.proposedWords(plan.collectiveId, plan.proposalId ?? '');
    const page = { ...(await this.view.pageOf(visit, plan, forms)), before, proposed };
    return officePage(visit, 'yearPlan', h(YearPlanPage, page));
  }

  private async drawDraft(
    visit: PageVisit,
    of: YearPlanAsked,
    page: YearPlanDraftPageProps,
  ): Promise<string> {
    const uses = page.uses.map(({ bucket: id }) => ({ id }));
    const before = await this.years.beforeOf(of, uses);
    const { proposal = '' } = page.form.values;
    const proposed = await this.years.proposedWords(of.collectiveId, proposal);
    return officePage(visit, 'draftYearPlan', h(YearPlanDraftPage, { ...page, before, proposed }));
  }
}
