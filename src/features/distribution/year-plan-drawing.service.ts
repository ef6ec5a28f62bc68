import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { yearOf } from '../../domain/calendar/calendar-day';
import { Clock } from '../../platform/clock/clock';
import { keepsBooksOf, officePage } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import type { RefusedAct } from './plan-acts.view';
import type { PlanPlace } from './plan-drawing.service';
import { YearPlanBesideService } from './year-plan-beside.service';
import {
  type DrawnYear,
  type YearDraftForms,
  type YearPlanAsked,
  YearPlanDraftViewService,
} from './year-plan-draft-view.service';
import { YearPlanDraftPage } from './year-plan-draft.pages';
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
    private readonly beside: YearPlanBesideService,
    private readonly clock: Clock,
  ) {}

  /** The year of an address or a form; this year where it says none. */
  yearAsked(text: string | undefined): number {
    return /^\d{4}$/.test(text ?? '') ? Number(text) : yearOf(this.clock.today());
  }

  async drawNew(visit: PageVisit, asked: YearPlanAsked, forms?: YearDraftForms): Promise<string> {
    return this.drawDraft(visit, asked, await this.drafts.drawnOf(visit, asked, forms));
  }

  /** A draft that begins with what a keeper proposes. @throws DomainError `yearPlan.notProposed` */
  async drawProposed(visit: PageVisit, asked: YearPlanAsked, proposalId: string): Promise<string> {
    return this.drawNew(visit, asked, { offer: await this.beside.offerTo(asked, proposalId) });
  }

  /** @throws DomainError `plan.unknown` */
  async draw(visit: PageVisit, at: PlanPlace, refused?: RefusedAct): Promise<string> {
    const plan = await this.plans.requirePlan(at.collectiveId, at.planId);
    if (plan.state === 'drafted' && keepsBooksOf(visit.actor, at.collectiveId)) {
      const { page, judged } = await this.drafts.drawnOf(visit, plan, { saved: plan });
      const problems = refused?.form.problems ?? [];
      return this.drawDraft(visit, plan, { judged, page: { ...page, form: { ...page.form, problems } } });
    }
    const forms = { today: this.clock.today(), refused };
    const beside = await this.beside.besideOf({ ...plan, proposalId: plan.proposalId ?? '' });
    const page = { ...(await this.view.pageOf(visit, plan, forms)), ...beside };
    return officePage(visit, 'yearPlan', h(YearPlanPage, page));
  }

  private async drawDraft(visit: PageVisit, of: YearPlanAsked, { page, judged }: DrawnYear): Promise<string> {
    const { proposal = '' } = page.form.values;
    const revision = page.head.draftNumber;
    const beside = await this.beside.besideOf({ ...of, ...judged, revision, proposalId: proposal });
    return officePage(visit, 'draftYearPlan', h(YearPlanDraftPage, { ...page, ...beside }));
  }
}
