import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { ShareChangeEntryForm } from './kept-shares.forms';
import { KeptSharesService } from './kept-shares.service';

/** The share tables of stations that are kept for their owners. */
@ApiRoom('deductions')
@Controller('api/villages/:collectiveId/kept')
export class KeptSharesController {
  constructor(private readonly shares: KeptSharesService) {}

  /** A new share table of a kept station, from a day on; of bills that reach past it is asked once. */
  @Post('stations/:id/shares')
  changeShares(
    @Param() at: ItemAddress,
    @Body() form: ShareChangeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ validFrom: string }> {
    return this.shares.changeShares(at.collectiveId, { assetId: at.id, form }, command);
  }
}
