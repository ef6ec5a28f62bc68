import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Command } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { ApiRoom } from '../../platform/http/api-answer';
import { ItemAddress, type PageOf, pageOf } from '../../platform/http/api.forms';
import { GivenCommand } from '../../platform/http/given-command';
import { MeterKwhService } from './meter-kwh.service';
import { MeterKwhEntryForm, ReconciledQuery, ToleranceEntryForm } from './reconciliation.forms';
import { type ReconciledRow, ReconciliationService } from './reconciliation.service';

/** Meter, slip and bank of a station held against each other. */
@ApiRoom('income')
@Controller('api/villages/:collectiveId/assets/:id')
export class ReconciliationsController {
  constructor(
    private readonly meters: MeterKwhService,
    private readonly reconciliation: ReconciliationService,
    private readonly clock: Clock,
  ) {}

  /** A year's months that are over, each with what differs and why. */
  @Get('reconciliation')
  async list(
    @Param() { collectiveId, id: assetId }: ItemAddress,
    @Query() query: ReconciledQuery,
  ): Promise<PageOf<ReconciledRow>> {
    const today = this.clock.today();
    const at = { collectiveId, assetId };
    const year = query.year ?? today.slice(0, 4);
    const { rows } = await this.reconciliation.yearOf(at, { year, today });
    return pageOf(rows, query);
  }

  /** Keeps energy as an inverter or a meter showed it, by month or by day. */
  @Post('meter-kwh')
  note(
    @Param() { collectiveId, id: assetId }: ItemAddress,
    @Body() form: MeterKwhEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ lines: number }> {
    return this.meters.recordKwh({ collectiveId, assetId }, form, command);
  }

  /** Keeps how far the station's meter may be from its slip. */
  @Post('tolerances')
  allow(
    @Param() { collectiveId, id: assetId }: ItemAddress,
    @Body() form: ToleranceEntryForm,
    @GivenCommand() command: Command,
  ): Promise<{ id: string }> {
    return this.meters.recordTolerance({ collectiveId, assetId }, form, command);
  }
}
