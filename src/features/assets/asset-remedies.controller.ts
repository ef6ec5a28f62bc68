import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { RemedyEndEntryForm, RemedyEntryForm } from './asset-remedies.forms';
import { AssetRemediesService } from './asset-remedies.service';
import { AssetWatchService, type WatchedAsset } from './asset-watch.service';

/** Assets that stand idle, bring too little or lose money, and what is done about them. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/asset-watch')
export class AssetRemediesController {
  constructor(
    private readonly remedies: AssetRemediesService,
    private readonly watched: AssetWatchService,
  ) {}

  /**
   * Every asset that should earn, with its flags and what was decided about it; then what has left and had
   * something decided about it.
   */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<WatchedAsset>> {
    const { assets, left } = await this.watched.watch(at.collectiveId);
    return pageOf([...assets, ...left], query);
  }

  /** Keeps what was decided about an asset. */
  @Post(':id/remedies')
  decide(
    @Param() at: ItemAddress,
    @Body() form: RemedyEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.remedies.decide(at, form, command);
  }

  /** Keeps how it ended. */
  @Post(':id/remedies/ends')
  end(
    @Param() at: ItemAddress,
    @Body() form: RemedyEndEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.remedies.end(at, form, command);
  }
}
