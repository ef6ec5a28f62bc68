import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AssetEntryForm, newAssetOf } from './assets.forms';
import { AssetsService, type RegisteredAsset } from './assets.service';

/** The register of assets. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/assets')
export class AssetsApiController {
  constructor(private readonly assets: AssetsService) {}

  /** Every asset with its funds and share tables, in the order of entry. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<RegisteredAsset>> {
    return pageOf(await this.assets.listAssets(at.collectiveId), query);
  }

  /** Enters an asset: its funds add up to its cost, a joint station's shares to 100 %. */
  @Post()
  add(
    @Param() at: VillageAddress,
    @Body() form: AssetEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.assets.addAsset(at.collectiveId, newAssetOf(form), command);
  }
}
