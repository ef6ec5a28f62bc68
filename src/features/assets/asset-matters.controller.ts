import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AnswersEntryForm, MatterAddress } from './asset-matters.forms';
import { AssetMattersService, type MattersOf } from './asset-matters.service';

/** What the document in force says of assets, contracts over them and projects. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/matters')
export class AssetMattersController {
  constructor(private readonly matters: AssetMattersService) {}

  /** Every asset and project, each with the lines of the document about it, the broken ones first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<MattersOf>> {
    const { assets, projects } = await this.matters.mattersOn(at.collectiveId);
    return pageOf([...assets, ...projects], query);
  }

  /** Keeps answers about an asset, a contract, a project, or numbers the village settles. */
  @Post(':kind/:id/answers')
  answer(
    @Param() { collectiveId, kind, id }: MatterAddress,
    @Body() form: AnswersEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ count: number }> {
    return this.matters.answer(collectiveId, { about: { kind, id }, form }, command);
  }
}
