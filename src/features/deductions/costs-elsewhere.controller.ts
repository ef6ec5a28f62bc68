import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import {
  CostElsewhereAddress,
  CostElsewhereEntryForm,
  CostElsewhereWithdrawalForm,
} from './costs-elsewhere.forms';
import { CostsElsewhereService, type ToldCostElsewhere } from './costs-elsewhere.service';

/** Costs that another fund pays: kept, and never deducted. */
@ApiRoom('deductions')
@Controller('api/villages/:collectiveId/costs-elsewhere')
export class CostsElsewhereController {
  constructor(private readonly costs: CostsElsewhereService) {}

  /** Every such cost in the order of entry, withdrawn or not. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<ToldCostElsewhere>> {
    return pageOf(await this.costs.listTold(at.collectiveId), query);
  }

  /** Keeps one: no voucher goes with it. */
  @Post()
  record(
    @Param() at: VillageAddress,
    @Body() form: CostElsewhereEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.costs.record(at.collectiveId, form, command);
  }

  /** Keeps that it was entered wrongly. */
  @Post(':costId/withdrawal')
  withdraw(
    @Param() { collectiveId, costId }: CostElsewhereAddress,
    @Body() form: CostElsewhereWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.costs.withdraw(collectiveId, { costId, reason: form.elsewhereWithdrawn }, command);
  }
}
