import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { CutEntryService, type EnteredCut } from './cut-entry.service';
import {
  SubsidyAdvanceEntryForm,
  SubsidyCutEntryForm,
  SubsidyNoteWithdrawalForm,
  SubsidyRepaymentEntryForm,
} from './subsidy.forms';
import { type SubsidyAdvanceState, SubsidyAdvancesService } from './subsidy-advances.service';
import { type SubsidyCutRow, SubsidyCutsService } from './subsidy-cuts.service';
import { SubsidyNotesService } from './subsidy-notes.service';

/** The state's subsidy: what of it did not come, and what others advanced until it comes. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId')
export class SubsidiesController {
  constructor(
    private readonly cuts: SubsidyCutsService,
    private readonly entry: CutEntryService,
    private readonly advances: SubsidyAdvancesService,
    private readonly notes: SubsidyNotesService,
    private readonly clock: Clock,
  ) {}

  /** What was noted of subsidy that did not come in full, by its day. */
  @Get('subsidy-cuts')
  async listCuts(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<SubsidyCutRow>> {
    return pageOf(await this.cuts.listCuts(at.collectiveId), query);
  }

  /** Writes off what a notice cuts, or notes why what is missing is owed on. */
  @Post('subsidy-cuts')
  recordCut(
    @Param() at: VillageAddress,
    @Body() form: SubsidyCutEntryForm,
    @GivenCommand() command: Command,
  ): Promise<EnteredCut> {
    return this.entry.recordCut(at.collectiveId, form, command);
  }

  /** Keeps why a note on what is owed on does not hold. */
  @Post('subsidy-cuts/:id/withdrawal')
  withdrawNote(
    @Param() { collectiveId, id: noteId }: ItemAddress,
    @Body() { noteWithdrawn: reason }: SubsidyNoteWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.notes.withdraw(collectiveId, { noteId, reason }, command);
  }

  /** Money that others advanced, with what is to go back by today. */
  @Get('subsidy-advances')
  async listAdvances(
    @Param() at: VillageAddress,
    @Query() query: PageQuery,
  ): Promise<PageOf<SubsidyAdvanceState>> {
    return pageOf(await this.advances.listAdvances(at.collectiveId, this.clock.today()), query);
  }

  /** Books money advanced until the subsidy comes. */
  @Post('subsidy-advances')
  recordAdvance(
    @Param() at: VillageAddress,
    @Body() form: SubsidyAdvanceEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    return this.advances.recordAdvance(at.collectiveId, form, command);
  }

  /** Pays back what of an advance is due, or a part of it. */
  @Post('subsidy-advances/:id/repayments')
  repay(
    @Param() { collectiveId, id: advanceId }: ItemAddress,
    @Body() form: SubsidyRepaymentEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ voucher: BookedEntry }> {
    return this.advances.repay(collectiveId, { advanceId, form }, command);
  }
}
