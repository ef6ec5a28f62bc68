import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { Month } from '../../domain/calendar/calendar-day';
import type { MeterRecord } from '../../domain/income/meter-record';
import { likelyAtMost } from '../../domain/income/yield';
import { CollectivesService } from '../collectives/collectives.service';
import { MetersService } from './meters.service';
import { YieldTableService } from './yield-table.service';

/** What the slips of a station are held against. */
export interface SettledStation {
  readonly asset: Asset;
  readonly records: readonly MeterRecord[];
  /** More energy than this in a month is hardly possible; undefined where nobody knows. */
  likelyAtMostKwh(month: Month): string | undefined;
}

/** Brings together what the registers know of a station: its meter and its region's sun. */
@Injectable()
export class StationFactsService {
  constructor(
    private readonly meters: MetersService,
    private readonly yields: YieldTableService,
    private readonly collectives: CollectivesService,
  ) {}

  async factsOf(collectiveId: string, asset: Asset, db: EntityManager): Promise<SettledStation> {
    const records = await this.meters.listRecords({ collectiveId, assetId: asset.id }, db);
    const regionPath = await this.collectives.regionPathOf(collectiveId);
    const table = this.yields.table();
    const capacityKw = asset.capacityKw ?? '0';
    return {
      asset,
      records,
      likelyAtMostKwh: (month) => likelyAtMost(table, regionPath, { capacityKw, month }),
    };
  }
}
