import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { type AssetCorrection, AssetCorrectionsService } from './asset-corrections.service';
import { AssetCorrectionEntryForm } from './assets.forms';

/** What was entered of an asset and put right. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/assets/:id/corrections')
export class AssetCorrectionsController {
  constructor(private readonly corrections: AssetCorrectionsService) {}

  /** Every field that was put right, with what it said before, in the order of entry. */
  @Get()
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<AssetCorrection>> {
    return pageOf(await this.corrections.listCorrections(at.collectiveId, at.id), query);
  }

  /** Puts right name, cost or funds; what the vouchers and the books say already stays. */
  @Post()
  correct(
    @Param() at: ItemAddress,
    @Body() form: AssetCorrectionEntryForm,
    @GivenCommand() command: Command,
  ): Promise<void> {
    return this.corrections.correct(at, form, command);
  }
}
