import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { TaxPeriodState } from '../../domain/income/tax-states';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import {
  PeriodTaxEntryForm,
  TaxPaymentEntryForm,
  TaxPeriodAddress,
  TaxStatusEntryForm,
  TaxWaiverEntryForm,
} from './tax.forms';
import { TaxReadService } from './tax-read.service';
import { TaxesService } from './taxes.service';

/** Value-added tax: what the tax office says of the collective, the tax of each period, and paying it. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId')
export class TaxesController {
  constructor(
    private readonly taxes: TaxesService,
    private readonly reading: TaxReadService,
    private readonly clock: Clock,
  ) {}

  /** The tax periods from the books' first day on, with sales, what is owed and what is booked. */
  @Get('tax-periods')
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<TaxPeriodState>> {
    return pageOf(await this.reading.listStates(at.collectiveId, this.clock.today()), query);
  }

  /** Notes what the tax office has the collective down as. */
  @Post('tax-statuses')
  recordStatus(
    @Param() at: VillageAddress,
    @Body() form: TaxStatusEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.taxes.recordStatus(at.collectiveId, form, command);
  }

  /** Books what a period owes. */
  @Post('tax-periods/:from')
  book(
    @Param() { collectiveId, from }: TaxPeriodAddress,
    @Body() form: PeriodTaxEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    return this.taxes.bookPeriod(collectiveId, { from, form }, command);
  }

  /** Notes why a period's tax is not booked. */
  @Post('tax-periods/:from/waivers')
  waive(
    @Param() { collectiveId, from }: TaxPeriodAddress,
    @Body() form: TaxWaiverEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.taxes.waivePeriod(collectiveId, { from, form }, command);
  }

  /** Pays tax out of a pool. */
  @Post('tax-payments')
  pay(
    @Param() at: VillageAddress,
    @Body() form: TaxPaymentEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    return this.taxes.pay(at.collectiveId, form, command);
  }
}
