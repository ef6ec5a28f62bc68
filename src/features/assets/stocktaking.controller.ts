import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf, PageQuery, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import {
  StocktakingDecisionForm,
  StocktakingEntryForm,
  StocktakingMatchForm,
  StocktakingWithdrawalForm,
} from './stocktaking.forms';
import { type Stocktaking, type StocktakingHead, StocktakingsService } from './stocktakings.service';

/** Days on which every asset was looked at. */
@ApiRoom('assets')
@Controller('api/villages/:collectiveId/stocktakings')
export class StocktakingController {
  constructor(private readonly rounds: StocktakingsService) {}

  /** Every stocktaking, the latest first. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: PageQuery): Promise<PageOf<StocktakingHead>> {
    return pageOf(await this.rounds.listHeads(at.collectiveId), query);
  }

  /** Keeps a stocktaking: an answer for every asset of its day, whole or not at all. */
  @Post()
  record(
    @Param() at: VillageAddress,
    @Body() form: StocktakingEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string; differences: number }> {
    return this.rounds.record(at.collectiveId, form, command);
  }

  /** One stocktaking with its lines and what was decided. */
  @Get(':id')
  show(@Param() { collectiveId, id }: ItemAddress): Promise<Stocktaking> {
    return this.rounds.requireStocktaking(collectiveId, id);
  }

  /** Decides about a line that differed. */
  @Post(':id/decisions')
  decide(
    @Param() { collectiveId, id }: ItemAddress,
    @Body() form: StocktakingDecisionForm,
    @GivenCommand() command: Command,
  ): Promise<{ line: number }> {
    return this.rounds.decide(collectiveId, { id, form }, command);
  }

  /** Says which asset of the register a find is. */
  @Post(':id/matches')
  match(
    @Param() { collectiveId, id }: ItemAddress,
    @Body() form: StocktakingMatchForm,
    @GivenCommand() command: Command,
  ): Promise<{ line: number }> {
    return this.rounds.match(collectiveId, { id, form }, command);
  }

  /** Says that one was typed wrongly: it counts no more, and another of its day may be entered. */
  @Post(':id/withdrawal')
  withdraw(
    @Param() { collectiveId, id }: ItemAddress,
    @Body() form: StocktakingWithdrawalForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.rounds.withdraw(collectiveId, { id, form }, command);
  }
}
