import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { PayListMistakesService } from './pay-list-mistakes.service';
import { PayListMistakeEntryForm } from './pay-lists.forms';

/** What was noted of a bank by mistake. */
@ApiRoom('payLists')
@Controller('api/villages/:collectiveId/pay-lists/:id/mistakes')
export class PayListMistakesController {
  constructor(private readonly mistakes: PayListMistakesService) {}

  /** Lines were noted as not paid and were not: they are on their way again. */
  @Post()
  unfail(
    @Param() at: ItemAddress,
    @Body() form: PayListMistakeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.mistakes.unfail(at.collectiveId, { id: at.id, form }, command);
  }
}
