import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { AccountChoice } from '../../domain/ledger/account-choices';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { AccountChoiceEntryForm, AccountUseAddress } from './account-choices.forms';
import { AccountChoicesService } from './account-choices.service';

/** The accounts of uses that a county chooses, each for a fiscal year that begins. */
@ApiRoom('account-choices')
@Controller('api/offices/:collectiveId/account-choices')
export class AccountChoicesController {
  constructor(private readonly choices: AccountChoicesService) {}

  /** The choices that were made for the county, oldest first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<AccountChoice>> {
    return pageOf(await this.choices.listChoices(at.collectiveId), query);
  }

  /** Chooses, for the office's county, the account of a use from a fiscal year on. */
  @Post(':chart/:useName')
  choose(
    @Param() { collectiveId: officeId, chart, useName }: AccountUseAddress,
    @Body() form: AccountChoiceEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly id: string }> {
    return this.choices.choose(officeId, { use: { chart, useName }, form }, command);
  }
}
