import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { type KeptRouteChoice, RouteChoicesService } from '../distribution/route-choices.service';
import { RouteChoiceEntryForm } from './routes.forms';

/** The routes that a county chooses for its villages' plans. */
@ApiRoom('packs')
@Controller('api/offices/:collectiveId/route-choices')
export class RoutesController {
  constructor(private readonly choices: RouteChoicesService) {}

  /** Every choice of the county, in the order in which they were made. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<KeptRouteChoice>> {
    const county = await this.choices.countyOf(at.collectiveId);
    return pageOf(county === undefined ? [] : await this.choices.listChoices(county.id), query);
  }

  /** Chooses by which route new plans of a place are decided from a day on. */
  @Post()
  choose(
    @Param() at: VillageAddress,
    @Body() form: RouteChoiceEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly number: number }> {
    return this.choices.choose(at.collectiveId, form, command);
  }
}
