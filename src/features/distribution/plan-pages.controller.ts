import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readForm } from '../../platform/http/form-problems';
import { HtmlPage } from '../../platform/http/html-page';
import { keepsBooksOf, refusedForm } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { carryOut, type PagePost, type PageVisit, Posted, Visit } from '../../platform/http/page-visit';
import type { RefusedForm } from '../../platform/http/posted-form';
import { DecidingService } from './deciding.service';
import {
  GrantEntryForm,
  MeetingEntryForm,
  PlanReviewEntryForm,
  PlanStepEntryForm,
} from './distribution.forms';
import { PlanDrawingService, type PlanPlace } from './plan-drawing.service';
import type { PlanForms } from './plan-view.service';
import { WholeGrantsService } from './whole-grants.service';

type Act = NonNullable<PlanForms['refused']>['act'];

/** The page of a plan and the acts on it: submit, record the meeting, review, grant. */
@ApiExcludeController()
@Controller('villages/:collectiveId/plans/:planId')
export class PlanPagesController {
  constructor(
    private readonly drawing: PlanDrawingService,
    private readonly deciding: DecidingService,
    private readonly whole: WholeGrantsService,
  ) {}

  @Get()
  @HtmlPage()
  show(@Param() at: PlanPlace, @Visit() visit: PageVisit): Promise<string> {
    return this.drawing.draw(visit, at);
  }

  @Post('submit')
  @HtmlPage()
  submit(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        await this.deciding.submitPlan(at.collectiveId, at.planId, post.command);
        return { next: pathOf(at), said: 'planSubmitted' };
      },
      showAgain: (refused) => this.drawing.drawDraft(post, at, refusedForm(refused)),
    });
  }

  @Post('meeting')
  @HtmlPage()
  meet(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(MeetingEntryForm, post.body);
        await this.deciding.recordMeeting(at.collectiveId, at.planId, { form, command: post.command });
        return { next: pathOf(at), said: form.outcome === 'refused' ? 'planRefused' : 'meetingRecorded' };
      },
      showAgain: (refused) => this.showAgain(post, at, { act: 'step', refused }),
    });
  }

  @Post('steps')
  @HtmlPage()
  note(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PlanStepEntryForm, post.body);
        await this.deciding.noteStep(at.collectiveId, at.planId, { form, command: post.command });
        return { next: pathOf(at), said: form.outcome === 'refused' ? 'planRefused' : 'procedureStepNoted' };
      },
      showAgain: (refused) => this.showAgain(post, at, { act: 'step', refused }),
    });
  }

  @Post('review')
  @HtmlPage()
  review(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const form = await readForm(PlanReviewEntryForm, post.body);
        await this.deciding.reviewPlan(at.collectiveId, at.planId, { form, command: post.command });
        return { next: pathOf(at), said: form.outcome === 'passed' ? 'planApproved' : 'planReturned' };
      },
      showAgain: (refused) => this.showAgain(post, at, { act: 'review', refused }),
    });
  }

  @Post('grant')
  @HtmlPage()
  grant(@Param() at: PlanPlace, @Posted() post: PagePost, @Res() reply: FastifyReply): Promise<void> {
    return carryOut(reply, post.body, {
      work: async () => {
        const { claimId, grantedOn, placeOf, wholeWhy } = await readForm(GrantEntryForm, post.body);
        const byOffice = !keepsBooksOf(post.actor, at.collectiveId);
        const form = { planId: at.planId, claimId, grantedOn, placeOf, wholeWhy, byOffice };
        const { voucher } = await this.whole.grantClaim(at.collectiveId, form, post.command);
        return { next: pathOf(at), said: 'claimGranted', voucher: voucher.voucherNumber };
      },
      showAgain: (refused) => this.showAgain(post, at, { act: 'grant', refused }),
    });
  }

  private showAgain(
    visit: PageVisit,
    at: PlanPlace,
    { act, refused }: { readonly act: Act; readonly refused: RefusedForm },
  ): Promise<string> {
    return this.drawing.draw(visit, at, { act, form: refusedForm(refused) });
  }
}

function pathOf({ collectiveId, planId }: PlanPlace): string {
  return villagePaths(collectiveId).plan(planId);
}
