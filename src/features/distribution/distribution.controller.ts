import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { type ActorsCommand, ActorsGiven, GivenCommand } from '../../platform/http/given-command';
import { keepsBooksOf } from '../../platform/http/office-desk';
import type { BookedEntry } from '../ledger/ledger.service';
import { DecidingService } from './deciding.service';
import {
  GrantEntryForm,
  MeetingEntryForm,
  PlanDraftForm,
  PlanReviewEntryForm,
  PlanStepEntryForm,
} from './distribution.forms';
import { DraftingService } from './drafting.service';
import { PlanReadService } from './plan-read.service';
import { PlanStandingService } from './plan-standing.service';
import { type CheckedPlanView, checkedPlanView, type PlanView, planView } from './plan-view';
import { WholeGrantsService } from './whole-grants.service';

/** Distribution plans: drafted, submitted, decided, granted. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/plans')
export class DistributionController {
  constructor(
    private readonly drafting: DraftingService,
    private readonly deciding: DecidingService,
    private readonly whole: WholeGrantsService,
    private readonly reading: PlanReadService,
    private readonly checks: PlanStandingService,
  ) {}

  /** The plans of the village, newest first, without those that were voided. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<PlanView>> {
    return pageOf((await this.reading.listPlans(at.collectiveId)).map(planView), query);
  }

  /** One plan with what the policy pack says of it. */
  @Get(':id')
  async show(@Param() at: ItemAddress): Promise<CheckedPlanView> {
    const plan = await this.reading.requirePlan(at.collectiveId, at.id);
    return checkedPlanView(plan, await this.checks.listChecks(plan));
  }

  /** Drafts the distribution of a period; an earlier draft of it is void. */
  @Post()
  draft(
    @Param() at: VillageAddress,
    @Body() form: PlanDraftForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.drafting.draftPlan(at.collectiveId, form, command);
  }

  /** Submits a draft: from now on its digest is what is decided on. */
  @Post(':id/submit')
  @HttpCode(200)
  submit(@Param() at: ItemAddress, @GivenCommand() command: Command): Promise<{ digest: string }> {
    return this.deciding.submitPlan(at.collectiveId, at.id, command);
  }

  /** Records a meeting's vote on a submitted plan. */
  @Post(':id/meeting')
  @HttpCode(200)
  recordMeeting(
    @Param() at: ItemAddress,
    @Body() form: MeetingEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ approved: boolean }> {
    return this.deciding.recordMeeting(at.collectiveId, at.id, { form, command });
  }

  /** Notes the next step of a plan that is no meeting and no review. */
  @Post(':id/steps')
  @HttpCode(200)
  takeStep(
    @Param() at: ItemAddress,
    @Body() form: PlanStepEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ approved: boolean }> {
    return this.deciding.noteStep(at.collectiveId, at.id, { form, command });
  }

  /** The township approves a plan or returns it with a reason. */
  @Post(':id/review')
  @HttpCode(200)
  review(
    @Param() at: ItemAddress,
    @Body() form: PlanReviewEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ approved: boolean }> {
    return this.deciding.reviewPlan(at.collectiveId, at.id, { form, command });
  }

  /**
   * Grants one claim of an approved plan as one sum: from now on the village owes it. Where people get it,
   * another than who drafted the plan, or the office above, does, and says why there is no list.
   */
  @Post(':id/grants')
  grant(
    @Param() at: ItemAddress,
    @Body() form: GrantEntryForm,
    @ActorsGiven() { command, actor }: ActorsCommand,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { claimId, grantedOn, placeOf, wholeWhy } = form;
    const byOffice = !keepsBooksOf(actor, at.collectiveId);
    const grant = { planId: at.id, claimId, grantedOn, placeOf, wholeWhy, byOffice };
    return this.whole.grantClaim(at.collectiveId, grant, command);
  }
}
