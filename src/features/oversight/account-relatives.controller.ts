import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AccountRelativesService, type KnownRelative } from '../users/account-relatives.service';
import { EndRelativeForm, RelativeAddress, relativeOf, SayRelativeForm } from './account-relatives.forms';
import { AccountAddress } from './accounts.forms';
import { AccountsReadService } from './accounts-read.service';

/** Near relatives of the people of the offices right below one. */
@ApiRoom('accounts')
@Controller('api/offices/:collectiveId/accounts/:userId/relatives')
export class AccountRelativesController {
  constructor(
    private readonly relatives: AccountRelativesService,
    private readonly reading: AccountsReadService,
  ) {}

  /** Every relation of the account's person, whichever office said it, ended ones too. */
  @Get()
  async list(@Param() at: AccountAddress, @Query() query: PageQuery): Promise<PageOf<KnownRelative>> {
    await this.reading.requireAccount(at);
    return pageOf(await this.relatives.listOf(at.userId), query);
  }

  /** Says that the persons of two accounts are near relatives. */
  @Post()
  say(
    @Param() at: AccountAddress,
    @Body() form: SayRelativeForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.relatives.say(at, form, command);
  }

  /** Says that it holds no more, or never did. */
  @Post(':number/end')
  end(
    @Param() at: RelativeAddress,
    @Body() { kinWhy }: EndRelativeForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.relatives.end(relativeOf(at), kinWhy, command);
  }
}
