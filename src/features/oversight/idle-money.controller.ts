import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { IdleMoneyAddress, IdleNoteEntryForm, IdleReasonForm } from './idle-money.forms';
import { type IdleMoney, IdleMoneyService } from './idle-money.service';

/** How long money lies on its way to people. */
@ApiRoom('books')
@Controller('api/villages/:collectiveId/idle-money')
export class IdleMoneyController {
  constructor(private readonly idle: IdleMoneyService) {}

  /** Every sum that came to a village, what became of it, and how long it lay at each hop. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<IdleMoney>> {
    const { money } = await this.idle.tell(at.collectiveId);
    return pageOf(money, query);
  }

  /** Gives one reason for every sum that lies too long and has none. */
  @Post('reasons')
  explainAll(
    @Param() at: VillageAddress,
    @Body() form: IdleReasonForm,
    @GivenCommand() command: Command,
  ): Promise<{ count: number }> {
    return this.idle.explainAll(at.collectiveId, form, command);
  }

  /** Keeps when it had come to the offices before the village, and why it still lies. */
  @Post(':entryId/notes')
  note(
    @Param() at: IdleMoneyAddress,
    @Body() form: IdleNoteEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.idle.note(at, form, command);
  }
}
