import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { MarkEntryForm, QuarterAddress } from './colours.forms';
import { ColoursService, type QuarterAsset } from './colours.service';

/** Six indicators and three colours of the assets of a village. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/colours')
export class ColoursController {
  constructor(private readonly colours: ColoursService) {}

  /** Every asset that should earn in a quarter, with its six indicators and its colour, as known now. */
  @Get(':quarter')
  async list(@Param() at: QuarterAddress, @Query() query: PageQuery): Promise<PageOf<QuarterAsset>> {
    const { assets } = await this.colours.tell(at.collectiveId, at.quarter);
    return pageOf(assets, query);
  }

  /** Keeps how a quarter that is over stands. */
  @Post(':quarter/records')
  record(@Param() at: QuarterAddress, @GivenCommand() command: Command): Promise<{ id: string }> {
    return this.colours.record(at.collectiveId, at.quarter, command);
  }

  /** Keeps what the office saw of an asset. */
  @Post('assets/:id/marks')
  mark(
    @Param() at: ItemAddress,
    @Body() form: MarkEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.colours.mark(at, form, command);
  }
}
