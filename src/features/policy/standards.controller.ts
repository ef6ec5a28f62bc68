import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { type KeptStandard, LocalStandardsService } from './local-standards.service';
import { LocalStandardEntryForm, WithdrawalForm } from './policy.forms';

/** The numbers that counties give where a document leaves them open, or more strictly than it does. */
@ApiRoom('local-standards')
@Controller('api/offices/:collectiveId/standards')
export class StandardsController {
  constructor(private readonly standards: LocalStandardsService) {}

  /** The standards along the region path and of regions in it, withdrawn ones among them, oldest first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<KeptStandard>> {
    return pageOf(await this.standards.listFor(at.collectiveId), query);
  }

  /** Enters a standard for the office's region or one in it. */
  @Post()
  enter(
    @Param() at: VillageAddress,
    @Body() form: LocalStandardEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly id: string }> {
    return this.standards.addStandard(at.collectiveId, form, command);
  }

  /** Withdraws a standard that was wrong. */
  @Post(':id/withdraw')
  withdraw(
    @Param() { collectiveId, id }: ItemAddress,
    @Body() { reason }: WithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly id: string }> {
    return this.standards.withdrawStandard(collectiveId, { id, reason }, command);
  }
}
