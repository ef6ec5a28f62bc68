import { Body, Controller, Param, Post } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { GridContractAddress, GridContractEntryForm, GridWithdrawalForm } from './grid-contracts.forms';
import { GridContractsService } from './grid-contracts.service';

/** Under which contracts the grid takes a station's electricity. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId')
export class GridContractsController {
  constructor(private readonly contracts: GridContractsService) {}

  /** Keeps a contract with its parties, days and price in words. */
  @Post('assets/:id/grid-contracts')
  record(
    @Param() at: ItemAddress,
    @Body() form: GridContractEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.contracts.record(at.collectiveId, { assetId: at.id, form }, command);
  }

  /** Keeps that a contract was entered wrongly. */
  @Post('assets/:assetId/grid-contracts/:contractId/withdrawal')
  withdraw(
    @Param() at: GridContractAddress,
    @Body() form: GridWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.contracts.withdraw(at, form.gridWithdrawn, command);
  }
}
