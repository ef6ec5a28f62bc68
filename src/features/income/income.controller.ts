import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { IncomeReadService, type ReceivableState, type SettlementRow } from './income-read.service';
import { IncomeDueEntryForm, ReceiptEntryForm, SettlementEntryForm } from './income.forms';
import { IncomeService, type RecordedIncome } from './income.service';
import { ReceiptsService } from './receipts.service';
import { type EnteredWithReceipt, SlipEntryService } from './slip-entry.service';

/** Income: what the grid settled, what is owed, what has come. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId')
export class IncomeController {
  constructor(
    private readonly income: IncomeService,
    private readonly slips: SlipEntryService,
    private readonly reading: IncomeReadService,
    private readonly receipts: ReceiptsService,
  ) {}

  /** The settlement slips that stand, by asset and month. */
  @Get('settlements')
  async listSettlements(
    @Param() at: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<SettlementRow>> {
    return pageOf(await this.reading.listSettlements(at.collectiveId), query);
  }

  /** Enters a settlement slip and books what the grid owes: energy fee and subsidy apart, and its money. */
  @Post('settlements')
  recordSettlement(
    @Param() at: VillageAddress,
    @Body() form: SettlementEntryForm,
    @GivenCommand() command: Command,
  ): Promise<EnteredWithReceipt> {
    return this.slips.enterSlip(at.collectiveId, form, command);
  }

  /** What is owed to the village and what has come of it, oldest month first. */
  @Get('receivables')
  async listReceivables(
    @Param() at: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<ReceivableState>> {
    return pageOf(await this.reading.listReceivables(at.collectiveId), query);
  }

  /** Books money that has come into the bank against the receivables it clears. */
  @Post('receipts')
  recordReceipt(
    @Param() at: VillageAddress,
    @Body() form: ReceiptEntryForm,
    @GivenCommand() command: Command,
  ): Promise<RecordedIncome> {
    return this.receipts.recordReceipt(at.collectiveId, form, command);
  }

  /** Books rent or other income that has fallen due. */
  @Post('income-due')
  recordIncomeDue(
    @Param() at: VillageAddress,
    @Body() form: IncomeDueEntryForm,
    @GivenCommand() command: Command,
  ): Promise<RecordedIncome> {
    return this.income.recordIncomeDue(at.collectiveId, form, command);
  }
}
