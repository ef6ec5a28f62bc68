import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { type AssetEvent, AssetLifeService } from './asset-life.service';
import { ChangeEntryForm, LeavingEntryForm } from './asset-life.forms';

/** What happens to an asset until it leaves the books. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/assets/:id')
export class AssetLifeController {
  constructor(private readonly life: AssetLifeService) {}

  /** What happened to it and stands, in the order of its days. */
  @Get('events')
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<AssetEvent>> {
    return pageOf(await this.life.listEvents(at.collectiveId, at.id), query);
  }

  /** Books an improvement or a write-down; the months of depreciation after it are planned anew. */
  @Post('changes')
  change(
    @Param() at: ItemAddress,
    @Body() form: ChangeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.life.recordChange(at.collectiveId, { assetId: at.id, form }, command);
  }

  /** Books that it leaves: sold, scrapped, handed over or put into a firm. */
  @Post('leaving')
  leave(
    @Param() at: ItemAddress,
    @Body() form: LeavingEntryForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.life.recordLeaving(at.collectiveId, { assetId: at.id, form }, command);
  }
}
