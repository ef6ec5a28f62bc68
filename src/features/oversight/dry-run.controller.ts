import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { DryRunService, type ToldDryRun } from './dry-run.service';
import { DryRunPageQuery } from './oversight.forms';

/** A pack over what a village decided in a past year. */
@ApiRoom('dry-runs')
@Controller('api/offices/:collectiveId/dry-run')
export class DryRunController {
  constructor(private readonly runs: DryRunService) {}

  /** Every plan of the pool decided in the year, beside what it would be under the pack. */
  @Get()
  async list(@Param() at: VillageAddress, @Query() query: DryRunPageQuery): Promise<PageOf<ToldDryRun>> {
    const { pool = 'pv', year, pack } = query;
    return pageOf(await this.runs.tell(at.collectiveId, { pool, year: Number(year), packId: pack }), query);
  }
}
