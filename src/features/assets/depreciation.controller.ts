import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
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
import type { BookedEntry } from '../ledger/ledger.service';
import { type AssetPlan, DepreciationReadService } from './depreciation-read.service';
import { TermsAddress, TermsEntryForm, TermsWithdrawalForm } from './depreciation.forms';
import { DepreciationService } from './depreciation.service';

/** What assets lose in value, month by month. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId')
export class DepreciationController {
  constructor(
    private readonly depreciation: DepreciationService,
    private readonly reading: DepreciationReadService,
  ) {}

  /** Every asset that has terms: its months, and the voucher of each that is booked. */
  @Get('depreciation')
  async list(
    @Param() at: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<Omit<AssetPlan, 'booked' | 'vouchers'> & { readonly vouchers: Record<string, string> }>> {
    const plans = await this.reading.listPlans(at.collectiveId);
    const shown = plans.map(({ assetId, use, terms, rows, vouchers }) => ({
      ...{ assetId, use, terms, rows },
      vouchers: Object.fromEntries(vouchers),
    }));
    return pageOf(shown, query);
  }

  /** Enters the terms of an asset, or changes them for the months that are not booked yet. */
  @Post('assets/:id/depreciation-terms')
  enterTerms(
    @Param() at: ItemAddress,
    @Body() form: TermsEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ assetId: string; number: number }> {
    return this.depreciation.enterTerms(at.collectiveId, { assetId: at.id, form }, command);
  }

  /** Withdraws the last terms of an asset, while no month is booked by them. */
  @Post('assets/:id/depreciation-terms/:number/withdrawal')
  @HttpCode(204)
  withdrawTerms(
    @Param() at: TermsAddress,
    @Body() form: TermsWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<void> {
    const given = { assetId: at.id, number: Number(at.number), reason: form.termsWithdrawn };
    return this.depreciation.withdrawTerms(at.collectiveId, given, command);
  }

  /** Books a month's depreciation of every asset in one voucher. */
  @Post('months/:month/depreciation')
  book(@Param() at: MonthAddress, @GivenCommand() command: Command): Promise<BookedEntry> {
    return this.depreciation.bookMonth(at.collectiveId, at.month, command);
  }
}
