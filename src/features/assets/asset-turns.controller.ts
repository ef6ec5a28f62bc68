import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { TurnAddress, TurnEntryForm, TurnWithdrawalForm } from './asset-turns.forms';
import { AssetTurnsService } from './asset-turns.service';
import type { ToldTurn } from './asset-turns.store';

/** What is decided about assets that stay. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId')
export class AssetTurnsController {
  constructor(private readonly turns: AssetTurnsService) {}

  /** What was decided about it, in the order of entry, withdrawn or not. */
  @Get('assets/:id/turns')
  async list(@Param() at: ItemAddress, @Query() query: PageQuery): Promise<PageOf<ToldTurn>> {
    return pageOf(await this.turns.listTold(at.collectiveId, at.id), query);
  }

  /** Keeps that it is put to another use, stands still, or runs again. No voucher goes with it. */
  @Post('assets/:id/turns')
  record(
    @Param() at: ItemAddress,
    @Body() form: TurnEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.turns.record(at.collectiveId, { assetId: at.id, form }, command);
  }

  /** Keeps that the turn was entered wrongly: the asset is as it was before. */
  @Post('assets/:assetId/turns/:turnId/withdrawal')
  withdraw(
    @Param() at: TurnAddress,
    @Body() form: TurnWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.turns.withdraw(at, form.turnWithdrawn, command);
  }
}
