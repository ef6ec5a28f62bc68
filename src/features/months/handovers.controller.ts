import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { HandoverEntryForm } from './handover.forms';
import { type HandoverHead, HandoversService, type KeptHandover } from './handovers.service';

/** What one officer handed to the next. */
@ApiRoom('months')
@Controller('api/villages/:collectiveId/handovers')
export class HandoversController {
  constructor(private readonly handovers: HandoversService) {}

  /** Every handover, the latest first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<HandoverHead>> {
    return pageOf(await this.handovers.listHandovers(at.collectiveId), query);
  }

  /** Keeps a handover with what the books say of its day. */
  @Post()
  record(
    @Param() at: VillageAddress,
    @Body() form: HandoverEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.handovers.record(at.collectiveId, form, command);
  }

  /** One handover with every line as the books had it. */
  @Get(':id')
  show(@Param() { collectiveId, id }: ItemAddress): Promise<KeptHandover> {
    return this.handovers.requireHandover(collectiveId, id);
  }
}
