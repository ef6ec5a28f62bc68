import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { typedValues } from '../../platform/http/form-body';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { filledForm, refusedForm } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import { KeptFormsService } from '../../platform/kept-forms/kept-forms.service';
import { MeetingEntryForm, PlanReviewEntryForm, PlanStepEntryForm } from './distribution.forms';
import { YearPlanQuery } from './distribution.queries';
import type { PlanPlace } from './plan-drawing.service';
import { YearPlanDecidingService } from './year-plan-deciding.service';
import { YearPlanDraftingService } from './year-plan-drafting.service';
import { type YearDraftForms, type YearPlanAsked, yearFormPlace } from './year-plan-draft-view.service';
import { YearPlanDrawingService } from './year-plan-drawing.service';
import { withoutBlankUses } from './year-plan-form.view';
import { YearPlanDraftForm } from './year-plans.forms';

/** The pages of a yearly use plan, and the acts on it. */
@ApiExcludeController()
@Controller('villages/:collectiveId/year-plans')
export class YearPlanPagesController {
  constructor(
    private readonly drawing: YearPlanDrawingService,
    private readonly drafting: YearPlanDraftingService,
    private readonly deciding: YearPlanDecidingService,
    private readonly forms: KeptFormsService,
  ) {}

  @Get('new')
  @HtmlPage()
  empty(
    @Param('collectiveId') collectiveId: string,
    @Query() { pool = 'pv', year, proposal }: YearPlanQuery,
    @Visit() visit: PageVisit,
  ): Promise<string> {
    const asked = { collectiveId, pool, year: this.drawing.yearAsked(year) };
    return proposal === undefined
      ? this.drawing.drawNew(visit, asked)
      : this.drawing.drawProposed(visit, asked, proposal);
  }

  /** Saves the draft; the buttons for one more row and for a trial draw it again, checked as it stands. */
  @Post('new')
  @HtmlPage()
  async draft(
    @Param('collectiveId') collectiveId: string,
    @Posted() post: PagePost,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const body = withoutBlankUses(post.body);
    const typed = typedValues(body);
    const pool = typed['pool'] === 'other' ? 'other' : 'pv';
    const asked: YearPlanAsked = { collectiveId, pool, year: this.drawing.yearAsked(typed['year']) };
    const place = yearFormPlace(post, asked);
    const { moreRows, tryOut, dropTyped } = post.body;
    if (typeof dropTyped === 'string') {
      await this.forms.dropForm(place);
      const query = { pool, year: String(asked.year) };
      await reply.redirect(withQuery(`${villagePaths(collectiveId).home}/year-plans/new`, query), 303);
      return;
    }
    const again = async (forms: YearDraftForms): Promise<string> => {
      await this.forms.keepForm(place, typed);
      return this.drawing.drawNew(post, asked, forms);
    };
    if (typeof moreRows === 'string' || typeof tryOut === 'string') {
      const more = typeof moreRows === 'string' ? moreRows : undefined;
      await reply.status(200).send(await again({ form: filledForm(typed), more }));
      return;
    }
    await carryOut(reply, body, {
      work: async () => {
        const form = await readForm(YearPlanDraftForm, body);
        const { id } = await this.drafting.draftPlan(collectiveId, form, post.command);
        await this.forms.dropForm(place);
        return { next: villagePaths(collectiveId).yearPlan(id), said: 'planDrafted' };
      },
      showAgain: (refused) => again({ form: refusedForm(refused) }),
    });
  }

  @Get(':planId')
  @HtmlPage()
  show(@Param() at: PlanPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawing.draw(visit, at);
  }

  @Post(':planId/submit')
  @HtmlPage()
  submit(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.deciding.submitPlan(at.collectiveId, at.planId, post.command);
        return { next: pathOf(at), said: 'planSubmitted' };
      },
      showAgain: (refused) => this.drawing.draw(post, at, { act: 'grant', form: refusedForm(refused) }),
    });
  }

  @Post(':planId/meeting')
  @HtmlPage()
  meet(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(MeetingEntryForm, post.body);
        await this.deciding.recordMeeting(at.collectiveId, at.planId, { form, command: post.command });
        return { next: pathOf(at), said: form.outcome === 'refused' ? 'planRefused' : 'meetingRecorded' };
      },
      showAgain: (refused) => this.drawing.draw(post, at, { act: 'step', form: refusedForm(refused) }),
    });
  }

  @Post(':planId/steps')
  @HtmlPage()
  note(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PlanStepEntryForm, post.body);
        await this.deciding.noteStep(at.collectiveId, at.planId, { form, command: post.command });
        return { next: pathOf(at), said: form.outcome === 'refused' ? 'planRefused' : 'procedureStepNoted' };
      },
      showAgain: (refused) => this.drawing.draw(post, at, { act: 'step', form: refusedForm(refused) }),
    });
  }

  @Post(':planId/review')
  @HtmlPage()
  review(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PlanReviewEntryForm, post.body);
        await this.deciding.reviewPlan(at.collectiveId, at.planId, { form, command: post.command });
        return { next: pathOf(at), said: form.outcome === 'passed' ? 'planApproved' : 'planReturned' };
      },
      showAgain: (refused) => this.drawing.draw(post, at, { act: 'review', form: refusedForm(refused) }),
    });
  }
}

function pathOf({ collectiveId, planId }: PlanPlace): string {
  return villagePaths(collectiveId).yearPlan(planId);
}
