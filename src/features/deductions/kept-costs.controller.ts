import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { CostRefundEntryForm } from './deductions.forms';
import { KeptCostEntryForm, TakenCostForm } from './kept-cost.forms';
import { type KeptCost, KeptCostsService } from './kept-costs.service';
import { KeptRefundsService } from './kept-refunds.service';
import { TakenCostsService, type WaitingCost } from './taken-costs.service';
import { TakenRefundsService } from './taken-refunds.service';

/** Costs of joint stations: the keeper pays them for the owners, each owner books his part. */
@ApiRoom('deductions')
@Controller('api/villages/:collectiveId')
export class KeptCostsController {
  constructor(
    private readonly kept: KeptCostsService,
    private readonly taken: TakenCostsService,
    private readonly returned: KeptRefundsService,
    private readonly takenBack: TakenRefundsService,
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

  /** Books what came back of a cost paid for the owners: each gets back what he bore of it. */
  @Post('kept/costs/:id/refunds')
  refund(
    @Param() { collectiveId, id: costId }: ItemAddress,
    @Body() form: CostRefundEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.returned.refund(collectiveId, { costId, form }, command);
  }

  /** What keepers paid for this village and its books do not have yet. */
  @Get('joint-costs')
  async waiting(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<WaitingCost>> {
    return pageOf(await this.taken.listWaiting(at.collectiveId), query);
  }

  /** Books the own part of a keeper's cost, or of what came back of one. */
  @Post('joint-costs/:id')
  async take(
    @Param() at: ItemAddress,
    @Body() { postedOn, twiceReason }: TakenCostForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { amount } = await this.taken.requireWaiting(at.collectiveId, at.id);
    const form = { costId: at.id, postedOn };
    return amount < 0n
      ? this.takenBack.takeRefund(at.collectiveId, form, command)
      : this.taken.takeCost(at.collectiveId, { ...form, twiceReason }, command);
  }
}
