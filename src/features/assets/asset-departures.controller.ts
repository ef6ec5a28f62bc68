import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { DepartureAddress, DepartureEntryForm, DepartureWithdrawalForm } from './asset-departures.forms';
import { AssetDeparturesService } from './asset-departures.service';

/** How what stands in no books leaves the register. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId')
export class AssetDeparturesController {
  constructor(private readonly departures: AssetDeparturesService) {}

  /** Keeps that it left: land whose right ended, what went to a household. No voucher goes with it. */
  @Post('assets/:id/departures')
  record(
    @Param() at: ItemAddress,
    @Body() form: DepartureEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.departures.record(at.collectiveId, { assetId: at.id, form }, command);
  }

  /** Keeps that the departure was entered wrongly: it stands in the register as before. */
  @Post('assets/:assetId/departures/:departureId/withdrawal')
  withdraw(
    @Param() at: DepartureAddress,
    @Body() form: DepartureWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.departures.withdraw(at, form.departureWithdrawn, command);
  }
}
