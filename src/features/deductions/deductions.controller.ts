import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { CostPaymentsService } from './cost-payments.service';
import type { OwedCost } from './owed-cost';
import { type KeptRefund, CostRefundsService } from './cost-refunds.service';
import { CostPaymentEntryForm, CostRefundEntryForm, DeductionEntryForm } from './deductions.forms';
import { type DeductionRow, DeductionsService } from './deductions.service';

/** Necessary costs, by contract or by bill. */
@ApiRoom('deductions')
@Controller('api/villages/:collectiveId')
export class DeductionsController {
  constructor(
    private readonly deductions: DeductionsService,
    private readonly payments: CostPaymentsService,
    private readonly refunds: CostRefundsService,
  ) {}

  /** The costs that stand, in the order of their days. */
  @Get('deductions')
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<DeductionRow>> {
    return pageOf(await this.deductions.listDeductions(at.collectiveId), query);
  }

  /** Books a necessary cost: paid from the bank, or owed. */
  @Post('deductions')
  record(
    @Param() at: VillageAddress,
    @Body() form: DeductionEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.deductions.recordDeduction(at.collectiveId, form, command);
  }

  /** What came back of a cost and stands, in the order of its days. */
  @Get('deductions/:id/refunds')
  async listRefunds(
    @Param() { collectiveId, id }: ItemAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<KeptRefund>> {
    await this.refunds.requireCost(collectiveId, id);
    return pageOf(await this.refunds.listOf(collectiveId, id), query);
  }

  /** Books what came back of a cost that was paid. */
  @Post('deductions/:id/refunds')
  refund(
    @Param() { collectiveId, id: deductionId }: ItemAddress,
    @Body() form: CostRefundEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.refunds.refund(collectiveId, { deductionId, form }, command);
  }

  /** The costs that were booked before they were paid, with what is still owed of each. */
  @Get('owed-costs')
  async listOwed(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<OwedCost>> {
    return pageOf(await this.payments.listOwed(at.collectiveId), query);
  }

  /** Pays what is owed of a cost, whole or in part. */
  @Post('owed-costs/:id/payments')
  pay(
    @Param() at: ItemAddress,
    @Body() form: CostPaymentEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    const { collectiveId, id: deductionId } = at;
    return this.payments.payCost(collectiveId, { deductionId, form }, command);
  }
}
