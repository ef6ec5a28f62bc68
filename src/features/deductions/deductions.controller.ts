import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { DeductionEntryForm } from './deductions.forms';
import { type DeductionRow, DeductionsService } from './deductions.service';

/** Necessary costs, by contract or by bill. */
@ApiRoom('deductions')
@Controller('api/villages/:collectiveId')
export class DeductionsController {
  constructor(private readonly deductions: DeductionsService) {}

  /** The costs that stand, in the order of their days. */
  @Get('deductions')
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<DeductionRow>> {
    return pageOf(await this.deductions.listDeductions(at.collectiveId), query);
  }

  /** Books a necessary cost paid from the bank. */
  @Post('deductions')
  record(
    @Param() at: VillageAddress,
    @Body() form: DeductionEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.deductions.recordDeduction(at.collectiveId, form, command);
  }
}
