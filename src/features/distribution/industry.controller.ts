import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { IndustryFollowService } from '../uses/industry-follow.service';
import { IndustryReturnsService } from '../uses/industry-returns.service';
import { IndustryService, type ToldProject } from '../uses/industry.service';
import { UseWithdrawalsService } from '../uses/use-withdrawals.service';
import {
  IndustryAddress,
  LinkEndEntryForm,
  LinksEntryForm,
  IndustryEntryForm,
  ProjectFinishEntryForm,
  ReturnEntryForm,
  ReturnWithdrawalEntryForm,
  FollowUpEntryForm,
  ProjectWithdrawalForm,
  StageAcceptanceForm,
  StageAddress,
  StageEntryForm,
  StageWithdrawalForm,
} from './industry.forms';
import { IndustryStagesService } from './industry-stages.service';

/** Industry projects: stages that one enters and another accepts, and what becomes of them. */
@ApiRoom('industry')
@Controller('api/villages/:collectiveId/industry')
export class IndustryController {
  constructor(
    private readonly industry: IndustryService,
    private readonly stages: IndustryStagesService,
    private readonly follow: IndustryFollowService,
    private readonly returns: IndustryReturnsService,
    private readonly withdrawals: UseWithdrawalsService,
  ) {}

  /** The projects in the order of entry; one that was withdrawn says when and why. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<ToldProject>> {
    return pageOf(await this.industry.listProjects(at.collectiveId), query);
  }

  /** Enters a project: from then on its claim is owed stage by stage. */
  @Post()
  open(
    @Param() at: VillageAddress,
    @Body() form: IndustryEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.stages.openProject(at.collectiveId, form, command);
  }

  /** Notes a stage that was reached; nothing is owed by it yet. */
  @Post(':projectId/stages')
  enter(
    @Param() { collectiveId, projectId }: IndustryAddress,
    @Body() form: StageEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.stages.enterStage(collectiveId, { projectId, form }, command);
  }

  /** Accepts a stage that somebody else entered: now the village owes it. */
  @Post(':projectId/stages/:stageId/accept')
  accept(
    @Param() { collectiveId, projectId, stageId }: StageAddress,
    @Body() { acceptedOn, placeOf }: StageAcceptanceForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.stages.acceptStage(collectiveId, { projectId, stageId, acceptedOn, placeOf }, command);
  }

  /** Takes a stage back that is not owed. */
  @Post(':projectId/stages/:stageId/withdraw')
  @HttpCode(200)
  withdraw(
    @Param() { collectiveId, projectId, stageId }: StageAddress,
    @Body() { withdrawnWhy }: StageWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.withdrawals.withdrawStage(collectiveId, { projectId, stageId, withdrawnWhy }, command);
  }

  /** Takes a project back that was typed wrongly, while each of its stages is withdrawn. */
  @Post(':projectId/withdraw')
  @HttpCode(200)
  withdrawProject(
    @Param() { collectiveId, projectId }: IndustryAddress,
    @Body() { withdrawnWhy }: ProjectWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.withdrawals.withdrawProject(collectiveId, { projectId, withdrawnWhy }, command);
  }

  /** Notes households that it carries along. */
  @Post(':projectId/links')
  link(
    @Param() { collectiveId, projectId }: IndustryAddress,
    @Body() form: LinksEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ count: number }> {
    return this.follow.linkHouseholds(collectiveId, { projectId, form }, command);
  }

  /** Notes that a household is carried along no more. */
  @Post(':projectId/link-ends')
  endLink(
    @Param() { collectiveId, projectId }: IndustryAddress,
    @Body() form: LinkEndEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.follow.endLink(collectiveId, { projectId, form }, command);
  }

  /** Notes which income voucher is what it gave back. */
  @Post(':projectId/returns')
  noteReturn(
    @Param() { collectiveId, projectId }: IndustryAddress,
    @Body() form: ReturnEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.returns.noteReturn(collectiveId, { projectId, form }, command);
  }

  /** Notes that what was named as a return is none. */
  @Post(':projectId/return-withdrawals')
  withdrawReturn(
    @Param() { collectiveId, projectId }: IndustryAddress,
    @Body() form: ReturnWithdrawalEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.returns.withdrawReturn(collectiveId, { projectId, form }, command);
  }

  /** Notes what was seen when somebody followed it up. */
  @Post(':projectId/reviews')
  noteReview(
    @Param() { collectiveId, projectId }: IndustryAddress,
    @Body() form: FollowUpEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.follow.noteReview(collectiveId, { projectId, form }, command);
  }

  /** Notes that its last stage is done. */
  @Post(':projectId/finish')
  @HttpCode(200)
  finish(
    @Param() { collectiveId, projectId }: IndustryAddress,
    @Body() form: ProjectFinishEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.stages.finishProject(collectiveId, { projectId, form }, command);
  }
}
