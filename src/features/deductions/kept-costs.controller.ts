import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { KeptCostEntryForm, TakenCostForm } from './kept-cost.forms';
import { type KeptCost, KeptCostsService } from './kept-costs.service';
import { TakenCostsService, type WaitingCost } from './taken-costs.service';

/** Costs of joint stations: the keeper pays them for the owners, each owner books his part. */
@ApiRoom('deductions')
@Controller('api/villages/:collectiveId')
export class KeptCostsController {
  constructor(
    private readonly kept: KeptCostsService,
    private readonly taken: TakenCostsService,
  ) {}

  /** What was paid for the owners of the stations kept here, with what each bears. */
  @Get('kept/costs')
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<KeptCost>> {
    return pageOf(await this.kept.listCosts(at.collectiveId), query);
  }

  /** Books a cost paid for the owners of a station kept here. */
  @Post('kept/costs')
  pay(
    @Param() at: VillageAddress,
    @Body() form: KeptCostEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.kept.recordCost(at.collectiveId, form, command);
  }

  /** What keepers paid for this village and its books do not have yet. */
  @Get('joint-costs')
  async waiting(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<WaitingCost>> {
    return pageOf(await this.taken.listWaiting(at.collectiveId), query);
  }

  /** Books the own part of a keeper's cost. */
  @Post('joint-costs/:id')
  take(
    @Param() at: ItemAddress,
    @Body() { postedOn }: TakenCostForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.taken.takeCost(at.collectiveId, { costId: at.id, postedOn }, command);
  }
}
