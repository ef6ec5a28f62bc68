import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { BankOpeningForm } from './bank.forms';
import { BankOpeningsService } from './bank-openings.service';

/** Why a bank account and the books begin with different balances. */
@ApiRoom('bank')
@Controller('api/villages/:collectiveId/bank-accounts/:id/opening-reasons')
export class BankOpeningsController {
  constructor(private readonly openings: BankOpeningsService) {}

  /** Says why the opening balances differ, for the difference as it stands; the last word on it holds. */
  @Post()
  explain(
    @Param() { collectiveId, id }: ItemAddress,
    @Body() form: BankOpeningForm,
    @GivenCommand() command: Command,
  ): Promise<{ number: number }> {
    return this.openings.explain({ collectiveId, accountId: id }, form, command);
  }
}
