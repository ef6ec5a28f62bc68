import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Month } from '../../domain/calendar/calendar-day';
import type { MonthRow } from '../../domain/ledger/month-states';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import {
  ItemAddress,
  MonthAddress,
  type PageOf,
  pageOf,
  PageQuery,
  VillageAddress,
} from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { Seal } from '../ledger/ledger-months.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import type { BookedEntry } from '../ledger/ledger.service';
import { ReopenForm, ReversalEntryForm } from './months.forms';
import { MonthsService } from './months.service';
import { VoucherStepsService } from './voucher-steps.service';

/** The months of the books: held one after the other, corrected by reversal only. */
@ApiRoom('months')
@Controller('api/villages/:collectiveId')
export class MonthsController {
  constructor(
    private readonly months: MonthsService,
    private readonly steps: VoucherStepsService,
    private readonly books: LedgerReadService,
  ) {}

  /** The months of the books, oldest first. */
  @Get('months')
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<MonthRow>> {
    return pageOf(await this.books.listMonths(at.collectiveId), query);
  }

  /** Holds a month: it takes no more entries. Refused with everything it still wants. */
  @Post('months/:month/hold')
  @HttpCode(200)
  hold(@Param() at: MonthAddress, @GivenCommand() command: Command): Promise<{ month: Month }> {
    return this.months.holdMonth(at.collectiveId, at.month, command);
  }

  /** Opens the last held month again, with a reason; never one whose figures stand on a published sheet. */
  @Post('months/:month/reopen')
  @HttpCode(200)
  reopen(
    @Param() at: MonthAddress,
    @Body() form: ReopenForm,
    @GivenCommand() command: Command,
  ): Promise<{ month: Month }> {
    return this.months.reopenMonth(at.collectiveId, { month: at.month, reason: form.reason }, command);
  }

  /** Seals a held month for ever, with its balances; by somebody other than who held it. */
  @Post('months/:month/seal')
  @HttpCode(200)
  seal(@Param() at: MonthAddress, @GivenCommand() command: Command): Promise<Seal> {
    return this.months.sealMonth(at.collectiveId, at.month, command);
  }

  /** Takes a voucher back, line by line, once; the fact behind it goes with it. */
  @Post('vouchers/:id/reverse')
  reverse(
    @Param() at: ItemAddress,
    @Body() form: ReversalEntryForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    const { reason, postedOn, paidWhy } = form;
    const reversal = { entryId: at.id, reason, postedOn, paidWhy };
    return this.steps.reverseVoucher(at.collectiveId, reversal, command);
  }
}
