import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { PlanCheck } from '../../domain/distribution/plan-checks';
import type { YearFigures, YearPlanContent } from '../../domain/distribution/year-plan';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { MeetingEntryForm, PlanReviewEntryForm, PlanStepEntryForm } from './distribution.forms';
import { checkView, type PlanCheckView } from './plan-view';
import { YearPlanCheckService } from './year-plan-check.service';
import { YearPlanDecidingService } from './year-plan-deciding.service';
import { YearPlanDraftingService } from './year-plan-drafting.service';
import { type YearPlan, YearPlanReadService } from './year-plan-read.service';
import { YearPlanDraftForm } from './year-plans.forms';

/** A yearly plan as programs read it; amounts in fen. */
interface YearPlanView
  extends
    Omit<YearPlan, 'pack' | 'ground' | 'content' | 'routeText' | 'steps' | 'draftedAt'>,
    Omit<YearPlanContent, 'reserve'> {
  readonly figures: YearFigures;
}

/** Yearly use plans: drafted, submitted, decided. Months on posts are granted under a decided one. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/year-plans')
export class YearPlansController {
  constructor(
    private readonly drafting: YearPlanDraftingService,
    private readonly deciding: YearPlanDecidingService,
    private readonly reading: YearPlanReadService,
    private readonly checks: YearPlanCheckService,
  ) {}

  /** The yearly plans of the village, newest first, without those that were voided. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<YearPlanView>> {
    return pageOf((await this.reading.listPlans(at.collectiveId)).map(viewOf), query);
  }

  /** One yearly plan with what the policy pack says of it. */
  @Get(':id')
  async show(@Param() at: ItemAddress): Promise<YearPlanView & { checks: PlanCheckView[] }> {
    const plan = await this.reading.requirePlan(at.collectiveId, at.id);
    const checks: PlanCheck[] = await this.checks.listChecks(plan);
    return { ...viewOf(plan), checks: checks.map(checkView) };
  }

  /** Drafts the plan of a year; an earlier draft of it is void, a decided one holds until this is decided. */
  @Post()
  draft(
    @Param() at: VillageAddress,
    @Body() form: YearPlanDraftForm,
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
  meet(
    @Param() at: ItemAddress,
    @Body() form: MeetingEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ approved: boolean }> {
    return this.deciding.recordMeeting(at.collectiveId, at.id, { form, command });
  }

  /** Notes the next step of a plan that is no meeting and no review. */
  @Post(':id/steps')
  @HttpCode(200)
  note(
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
}

function viewOf(plan: YearPlan): YearPlanView {
  const { collectiveId, id, pool, year, revision, state, packId, packDigest, routeId, content } = plan;
  const { draftedBy, draftedOn, numbers, reasons, changeWhy, proposalId, digest, figures, decisions } = plan;
  return {
    ...{ collectiveId, id, pool, year, revision, state, packId, packDigest, routeId },
    ...{ draftedBy, draftedOn, numbers, reasons, changeWhy, proposalId, digest, figures, decisions },
    ...{ money: content.money, uses: content.uses, reserveFor: plan.reserveFor },
  };
}
