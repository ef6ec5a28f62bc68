import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { DueVoucher, RecurringForm } from '../../domain/ledger/recurring-voucher';
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
import type { BookedEntry } from './ledger.service';
import {
  type RecurringMonth,
  type RecurringVoucher,
  RecurringVouchersService,
} from './recurring-vouchers.service';
import {
  RecurringAddress,
  RecurringBookingForm,
  RecurringEntryForm,
  RecurringMonthForm,
  RecurringWaiverForm,
} from './vouchers.forms';

/** A recurring voucher with what became of its months, as JSON carries it. */
interface RecurringView extends Omit<RecurringVoucher, 'booked' | 'waived' | 'form'> {
  readonly form: RecurringForm;
  readonly booked: readonly { readonly month: string; readonly entryId: string }[];
  readonly waived: readonly { readonly month: string; readonly reason: string }[];
}

/** Vouchers that come again: written once, booked or left out month by month. */
@ApiRoom('vouchers')
@Controller('api/villages/:collectiveId')
export class RecurringController {
  constructor(private readonly recurring: RecurringVouchersService) {}

  /** All of them by name, each with the months it was booked for and those that go without it. */
  @Get('recurring-vouchers')
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<RecurringView>> {
    return pageOf((await this.recurring.listRecurring(at.collectiveId)).map(viewOf), query);
  }

  /** What is due up to and with a month and neither booked nor left out, oldest first. */
  @Get('months/:month/recurring-vouchers')
  async listDue(@Param() at: MonthAddress, @Query() query: PageQuery): Promise<PageOf<DueVoucher>> {
    return pageOf(await this.recurring.listDue(at.collectiveId, at.month), query);
  }

  /** Keeps a recurring voucher; its lines must be right at once. */
  @Post('recurring-vouchers')
  add(
    @Param() at: VillageAddress,
    @Body() form: RecurringEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.recurring.addRecurring(at.collectiveId, form, command);
  }

  /** Books it for a month, once: on the month's last day, or today while the month runs. */
  @Post('recurring-vouchers/:id/months/:month/book')
  book(
    @Param() { collectiveId, id, month }: RecurringAddress,
    @Body() { attachments }: RecurringBookingForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.recurring.bookRecurring(collectiveId, { id, month, attachments }, command);
  }

  /** Lets a month go without it, with a reason that stays. */
  @Post('recurring-vouchers/:id/months/:month/waive')
  @HttpCode(200)
  waive(
    @Param() { collectiveId, id, month }: RecurringAddress,
    @Body() { reason }: RecurringWaiverForm,
    @GivenCommand() command: Command,
  ): Promise<RecurringMonth> {
    return this.recurring.waiveRecurring(collectiveId, { id, month, reason }, command);
  }

  /** Ends it with a month: it falls due no more after it. */
  @Post('recurring-vouchers/:id/end')
  @HttpCode(200)
  end(
    @Param() at: ItemAddress,
    @Body() { month }: RecurringMonthForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.recurring.endRecurring(at.collectiveId, { id: at.id, toMonth: month }, command);
  }
}

function viewOf({ booked, waived, ...recurring }: RecurringVoucher): RecurringView {
  return {
    ...recurring,
    booked: [...booked].map(([month, entryId]) => ({ month, entryId })),
    waived: [...waived].map(([month, reason]) => ({ month, reason })),
  };
}
