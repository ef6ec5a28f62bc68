import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { OpenItem } from '../../domain/ledger/chart-mapping';
import type { Command } from '../../platform/audit/command';
import { ApiRoom, type ToldProblem, toldProblems } from '../../platform/http/api-answer';
import { type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { ChartChangeEntryForm, ChartChangeQuery } from './chart-change.forms';
import { ChartChangeService } from './chart-change.service';

/** The change to another chart of accounts, on a 1 January. */
@ApiRoom('chart-changes')
@Controller('api/villages/:collectiveId/chart-changes')
export class ChartChangeController {
  constructor(private readonly changes: ChartChangeService) {}

  /** The balances that would be carried over, under the old chart; a credit stands below zero. */
  @Get('items')
  async items(
    @Param() { collectiveId }: VillageAddress,
    @Query() { year, chart, ...query }: ChartChangeQuery,
  ): Promise<PageOf<OpenItem>> {
    const change = { collectiveId, year: Number(year), chart, choices: {} };
    return pageOf((await this.changes.stateOf(change)).items, query);
  }

  /** What keeps the chart from being changed, choices that are wanted among it. */
  @Get('problems')
  async problems(
    @Param() { collectiveId }: VillageAddress,
    @Query() { year, chart, ...query }: ChartChangeQuery,
  ): Promise<PageOf<ToldProblem>> {
    const change = { collectiveId, year: Number(year), chart, choices: {} };
    return pageOf(toldProblems((await this.changes.stateOf(change)).problems), query);
  }

  /** Books the two vouchers and changes the chart. */
  @Post()
  change(
    @Param() at: VillageAddress,
    @Body() { year, chart, choices }: ChartChangeEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ readonly closingEntryId: string | null; readonly openingEntryId: string | null }> {
    return this.changes.changeChart(at.collectiveId, { year: Number(year), chart, choices }, command);
  }
}
