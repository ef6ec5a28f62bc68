import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AccountPersonsService } from '../users/account-persons.service';
import { AccountsService } from '../users/accounts.service';
import { NewAccountsService } from '../users/new-accounts.service';
import {
  AccountAddress,
  NewAccountForm,
  SayPersonForm,
  SecondFactorEndForm,
  SetPasswordForm,
} from './accounts.forms';
import { AccountsReadService, type ToldAccount } from './accounts-read.service';

/** Accounts of the people of the offices right below one. */
@ApiRoom('accounts')
@Controller('api/offices/:collectiveId/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly fresh: NewAccountsService,
    private readonly persons: AccountPersonsService,
    private readonly reading: AccountsReadService,
  ) {}

  /** Every account, ended ones too. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<ToldAccount>> {
    return pageOf(await this.reading.listAccounts(at.collectiveId), query);
  }

  /** Lets somebody in, who has to change the password first. */
  @Post()
  make(
    @Param() at: VillageAddress,
    @Body() form: NewAccountForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.fresh.make(at.collectiveId, form, command);
  }

  /** Sets the password anew; the log-ins of the person end, and the new one has to be changed first. */
  @Post(':userId/password')
  setPassword(
    @Param() at: AccountAddress,
    @Body() form: SetPasswordForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.accounts.setPassword(at, form.password, command);
  }

  /** Takes the second factor away of whose telephone is lost. */
  @Post(':userId/second-factor/end')
  endSecondFactor(
    @Param() at: AccountAddress,
    @Body() { reason }: SecondFactorEndForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.accounts.endSecondFactor(at, reason, command);
  }

  /** Says whose the account is; with a reason where it was said before. */
  @Post(':userId/person')
  sayPerson(
    @Param() at: AccountAddress,
    @Body() form: SayPersonForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.persons.say(at, form, command);
  }

  /** Ends the account, its roles and its log-ins. */
  @Post(':userId/end')
  end(@Param() at: AccountAddress, @GivenCommand() command: Command): Promise<{ id: string }> {
    return this.accounts.end(at, command);
  }
}
