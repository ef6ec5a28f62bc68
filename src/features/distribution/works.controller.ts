import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { UseWithdrawalsService } from '../uses/use-withdrawals.service';
import { type ToldWork, WorksService } from '../uses/works.service';
import {
  SheetAcceptanceForm,
  SheetAddress,
  SheetWithdrawalForm,
  WorkAddress,
  WorkEntryForm,
  WorkFinishForm,
  WorkWithdrawalForm,
  WorkSheetEntryForm,
} from './works.forms';
import { WorkSheetsService } from './work-sheets.service';

/** Small public works: labour sheets that one enters and another accepts. People are told by their ids. */
@ApiRoom('works')
@Controller('api/villages/:collectiveId/works')
export class WorksController {
  constructor(
    private readonly works: WorksService,
    private readonly sheets: WorkSheetsService,
    private readonly withdrawals: UseWithdrawalsService,
  ) {}

  /** The works in the order of entry, with their sheets; one that was withdrawn says when and why. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<ToldWork>> {
    return pageOf(await this.works.listWorks(at.collectiveId), query);
  }

  /** Enters a work: from then on its claim is owed sheet by sheet. */
  @Post()
  open(
    @Param() at: VillageAddress,
    @Body() form: WorkEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.sheets.openWork(at.collectiveId, form, command);
  }

  /** Enters a labour sheet; nothing is owed by it yet. */
  @Post(':workId/sheets')
  enter(
    @Param() at: WorkAddress,
    @Body() form: WorkSheetEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.sheets.enterSheet(at.collectiveId, { workId: at.workId, form }, command);
  }

  /** Accepts a sheet that somebody else entered: now the village owes it. */
  @Post(':workId/sheets/:sheetId/accept')
  accept(
    @Param() { collectiveId, workId, sheetId }: SheetAddress,
    @Body() { acceptedOn, placeOf, againWhy }: SheetAcceptanceForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const form = { workId, sheetId, acceptedOn, placeOf, againWhy };
    return this.sheets.acceptSheet(collectiveId, form, command);
  }

  /** Takes a sheet back that is not owed. */
  @Post(':workId/sheets/:sheetId/withdraw')
  @HttpCode(200)
  withdraw(
    @Param() { collectiveId, workId, sheetId }: SheetAddress,
    @Body() { withdrawnWhy }: SheetWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.works.withdrawSheet(collectiveId, { workId, sheetId, withdrawnWhy }, command);
  }

  /** Takes a work back that was typed wrongly, while each of its sheets is withdrawn. */
  @Post(':workId/withdraw')
  @HttpCode(200)
  withdrawWork(
    @Param() { collectiveId, workId }: WorkAddress,
    @Body() { withdrawnWhy }: WorkWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.withdrawals.withdrawWork(collectiveId, { workId, withdrawnWhy }, command);
  }

  /** Notes that a work is finished. */
  @Post(':workId/finish')
  @HttpCode(200)
  finish(
    @Param() { collectiveId, workId }: WorkAddress,
    @Body() form: WorkFinishForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.sheets.finishWork(collectiveId, { workId, form }, command);
  }
}
