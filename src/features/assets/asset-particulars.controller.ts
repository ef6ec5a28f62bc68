import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { ParticularsVersion } from '../../domain/assets/asset-particulars';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { ParticularsEntryForm } from './asset-particulars.forms';
import { AssetParticularsService } from './asset-particulars.service';

/** What is known of an asset and may change. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/assets/:id/particulars')
export class AssetParticularsController {
  constructor(private readonly particulars: AssetParticularsService) {}

  /** Every version, in the order of entry; empty texts are what nobody has said. */
  @Get()
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<ParticularsVersion>> {
    return pageOf(await this.particulars.listVersions(at.collectiveId, at.id), query);
  }

  /** Enters a new version of the whole, from its first day on. */
  @Post()
  change(
    @Param() at: ItemAddress,
    @Body() form: ParticularsEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ version: number }> {
    return this.particulars.change(at, form, command);
  }
}
