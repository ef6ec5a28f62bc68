import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { Clock } from '../../platform/clock/clock';
import { keepsBooksOf, officePage } from '../../platform/http/office-desk';
import type { PageVisit } from '../../platform/http/page-visit';
import type { FormState } from '../../platform/views/error-summary';
import { DraftPlanPage } from './draft-plan.pages';
import { DraftPlanViewService } from './draft-plan-view.service';
import { movedShown } from './moved-sheet.view';
import { MovedSheetsService } from './moved-sheets.service';
import { PlanPage } from './plan.pages';
import { PlanReadService } from './plan-read.service';
import { type PlanForms, PlanViewService } from './plan-view.service';

/** One plan of a village. */
export interface PlanPlace {
  readonly collectiveId: string;
  readonly planId: string;
}

/** Draws a plan as the person who looks needs it: whoever drafts gets the draft, everyone else the plan. */
@Injectable()
export class PlanDrawingService {
  constructor(
    private readonly plans: PlanReadService,
    private readonly drafts: DraftPlanViewService,
    private readonly view: PlanViewService,
    private readonly moved: MovedSheetsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `plan.unknown` */
  async draw(visit: PageVisit, at: PlanPlace, refused?: PlanForms['refused']): Promise<string> {
    const plan = await this.plans.requirePlan(at.collectiveId, at.planId);
    if (plan.state === 'drafted' && keepsBooksOf(visit.actor, at.collectiveId)) {
      return officePage(visit, 'draftPlan', h(DraftPlanPage, await this.drafts.savedPage(visit, plan)));
    }
    const sheet = await this.moved.movedOf(at.collectiveId, plan.id);
    const moved = sheet === undefined ? undefined : movedShown(sheet);
    const forms = { today: this.clock.today(), refused, moved };
    return officePage(visit, 'plan', h(PlanPage, await this.view.pageOf(visit, plan, forms)));
  }

  /** The saved draft whose submission was refused, with what was wrong. @throws DomainError `plan.unknown` */
  async drawDraft(visit: PageVisit, at: PlanPlace, form: FormState): Promise<string> {
    const plan = await this.plans.requirePlan(at.collectiveId, at.planId);
    if (plan.state !== 'drafted') return this.draw(visit, at, { act: 'grant', form });
    return officePage(
      visit,
      'draftPlan',
      h(DraftPlanPage, await this.drafts.savedPage(visit, plan, { form })),
    );
  }
}
