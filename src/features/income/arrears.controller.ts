import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { ApiRoom } from '../../platform/http/api-answer';
import { OnDayQuery, type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { DebtorAddress, ReminderEntryForm } from './arrears.forms';
import { ArrearsService, type RemindedArrears } from './arrears.service';

/** What is late, by days, and that people were reminded. */
@ApiRoom('arrears')
@Controller('api/villages/:collectiveId/arrears')
export class ArrearsController {
  constructor(
    private readonly arrears: ArrearsService,
    private readonly clock: Clock,
  ) {}

  /** What is late as of a day, the longest late first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: OnDayQuery): Promise<PageOf<RemindedArrears>> {
    return pageOf(await this.arrears.listArrears(at.collectiveId, query.on ?? this.clock.today()), query);
  }

  /** Keeps that somebody was reminded of what was late on that day. */
  @Post(':counterparty/:assetId/reminders')
  remind(
    @Param() at: DebtorAddress,
    @Body() form: ReminderEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    const { collectiveId, counterparty, assetId } = at;
    return this.arrears.recordReminder(collectiveId, { debtor: { counterparty, assetId }, form }, command);
  }
}
