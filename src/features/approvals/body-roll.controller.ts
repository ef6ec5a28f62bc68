import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { BodySizeEntryForm } from './body-roll.forms';
import { BodyRollService, type KeptBodySize } from './body-roll.service';

/** Of how many people a village's bodies are, by the rolls of its township. */
@ApiRoom('plans')
@Controller('api/villages/:collectiveId/body-sizes')
export class BodyRollController {
  constructor(private readonly rolls: BodyRollService) {}

  /** Every size that was noted, in that order. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<KeptBodySize>> {
    return pageOf(await this.rolls.listSizes(at.collectiveId), query);
  }

  /** Notes of how many people a body is from a day on. */
  @Post()
  note(
    @Param() at: VillageAddress,
    @Body() form: BodySizeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly number: number }> {
    return this.rolls.note(at.collectiveId, form, command);
  }
}
