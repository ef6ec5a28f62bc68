import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { type OwnerProposal, OwnerProposalsService } from './owner-proposals.service';
import { OwnerProposalEntryForm } from './year-plans.forms';

/** What keepers of joint stations propose to their owners for a year. It drafts and decides nothing. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/owner-plans')
export class OwnerProposalsController {
  constructor(private readonly proposals: OwnerProposalsService) {}

  /** The latest proposal of each station kept here and each year, the latest year first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<OwnerProposal>> {
    return pageOf(await this.proposals.listProposals(at.collectiveId), query);
  }

  /** What is proposed to this village by those who keep stations of which it has a part. */
  @Get('offered')
  async offered(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<OwnerProposal>> {
    return pageOf(await this.proposals.listOffered(at.collectiveId), query);
  }

  /** Proposes a year's uses to all owners of a station, split by its share table. */
  @Post()
  propose(
    @Param() at: VillageAddress,
    @Body() form: OwnerProposalEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.proposals.propose(at.collectiveId, form, command);
  }
}
