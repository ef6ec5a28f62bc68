import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import { DryRunService, type ToldComparison, type ToldDryRun } from './dry-run.service';
import { DryRunComparisonPageQuery, DryRunPageQuery } from './oversight.forms';

/** A pack over what a village decided in a past year. */
@ApiRoom('dry-runs')
@Controller('api/offices/:collectiveId')
export class DryRunController {
  constructor(private readonly runs: DryRunService) {}

  /** Every plan of the pool decided in the year, beside what it would be under the pack. */
  @Get('dry-run')
  async list(@Param() at: VillageAddress, @Query() query: DryRunPageQuery): Promise<PageOf<ToldDryRun>> {
    const { pool = 'pv', year, pack } = query;
    return pageOf(await this.runs.tell(at.collectiveId, { pool, year: Number(year), packId: pack }), query);
  }

  /** The same plans under two packs: decided, each pack's amounts, the other's less the one's, the checks. */
  @Get('dry-run-comparison')
  async compare(
    @Param() at: VillageAddress,
    @Query() query: DryRunComparisonPageQuery,
  ): Promise<PageOf<ToldComparison>> {
    const { pool = 'pv', year, pack, other } = query;
    const asked = { pool, year: Number(year), packId: pack };
    return pageOf(await this.runs.tellComparison(at.collectiveId, asked, other), query);
  }
}
