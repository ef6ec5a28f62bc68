import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isStation } from '../../domain/assets/asset';
import type { StationSlips } from '../../domain/income/closing-problems';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService } from '../income/income-read.service';

/** The stations of a village as the closing of a month looks at them. */
@Injectable()
export class StationSlipsService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly income: IncomeReadService,
  ) {}

  /** The stations with the months whose slips are entered. */
  async listStations(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<StationSlips[]> {
    const registered = await this.assets.listAssets(collectiveId, db);
    const slips = await this.income.listSettlements(collectiveId, db);
    return registered
      .filter(({ asset }) => isStation(asset.kind))
      .map(({ asset }) => ({
        assetId: asset.id,
        name: asset.name,
        acquiredOn: asset.acquiredOn,
        leftOn: asset.leftOn,
        settledMonths: slips.filter((slip) => slip.assetId === asset.id).map((slip) => slip.generationMonth),
      }));
  }
}
