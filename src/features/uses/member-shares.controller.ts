import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { OnDayQuery, type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import type { BookedEntry } from '../ledger/ledger.service';
import { MemberShareEntryForm } from './member-shares.forms';
import { MemberSharesService, type MemberShareState } from './member-shares.service';

/** The members' share of the surplus: given, and paid. */
@ApiRoom('member-shares')
@Controller('api/villages/:collectiveId/member-shares')
export class MemberSharesController {
  constructor(private readonly shares: MemberSharesService) {}

  /** By pool: what may be given on a day, and what is owed to the members. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: OnDayQuery): Promise<PageOf<MemberShareState>> {
    return pageOf(await this.shares.listStates(at.collectiveId, query.on), query);
  }

  /** Gives members a share, which the collective owes them from then on. */
  @Post()
  give(
    @Param() at: VillageAddress,
    @Body() form: MemberShareEntryForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.shares.giveShares(at.collectiveId, form, command);
  }

  /** Pays members what they were given. */
  @Post('payments')
  pay(
    @Param() at: VillageAddress,
    @Body() form: MemberShareEntryForm,
    @GivenCommand() command: Command,
  ): Promise<BookedEntry> {
    return this.shares.payShares(at.collectiveId, form, command);
  }
}
