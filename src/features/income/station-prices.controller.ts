import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { DatedBearer } from '../../domain/income/kept-tax';
import type { StationPrice } from '../../domain/income/tariff';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AssetsService } from '../assets/assets.service';
import { StationPriceEntryForm, TaxBearerEntryForm } from './station-prices.forms';
import { StationPricesService } from './station-prices.service';

/** What is paid for the energy of stations. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId/assets/:id')
export class StationPricesController {
  constructor(
    private readonly assets: AssetsService,
    private readonly prices: StationPricesService,
  ) {}

  /** Every price entered, by its day. */
  @Get('prices')
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<StationPrice>> {
    const { collectiveId, id: assetId } = at;
    await this.assets.requireAsset(collectiveId, assetId);
    return pageOf(await this.prices.listPrices({ collectiveId, assetId }), query);
  }

  /** Notes a price from the first day of a month on; slips that stand keep theirs. */
  @Post('prices')
  note(
    @Param() { collectiveId, id: assetId }: ItemAddress,
    @Body() form: StationPriceEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.prices.recordPrice({ collectiveId, assetId }, form, command);
  }

  /** Whose the tax of a kept station was said to be, by its day. */
  @Get('tax-bearers')
  async listBearers(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<DatedBearer>> {
    const { collectiveId, id: assetId } = at;
    await this.assets.requireAsset(collectiveId, assetId);
    return pageOf(await this.prices.listBearers({ collectiveId, assetId }), query);
  }

  /** Notes whose the tax of a kept station is from the first day of a month on. */
  @Post('tax-bearers')
  noteBearer(
    @Param() { collectiveId, id: assetId }: ItemAddress,
    @Body() form: TaxBearerEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.prices.recordBearer({ collectiveId, assetId }, form, command);
  }
}
