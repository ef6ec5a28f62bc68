import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import type { Month } from '../../domain/calendar/calendar-day';
import type { YieldLevel } from '../../domain/income/yield';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService } from './income-read.service';
import { StationFactsService } from './station-facts.service';

/** A station whose month is not what is expected of it. */
export interface YieldAlert {
  readonly assetId: string;
  readonly level: YieldLevel;
  readonly expected: { readonly least: string; readonly most: string };
}

/** Which stations gave too little or hardly possibly much in a month, by the region's sun. */
@Injectable()
export class YieldAlertsService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly reading: IncomeReadService,
    private readonly facts: StationFactsService,
  ) {}

  /** Of the stations with a slip of the month; without one there is nothing to grade. */
  async listAlerts(collectiveId: string, month: Month): Promise<YieldAlert[]> {
    const slips = (await this.reading.listSettlements(collectiveId)).filter(
      ({ generationMonth }) => generationMonth === month,
    );
    const registered = slips.length === 0 ? [] : await this.assets.listAssets(collectiveId);
    const alerts: YieldAlert[] = [];
    for (const { asset } of registered) {
      const slip = slips.find(({ assetId }) => assetId === asset.id);
      if (slip === undefined || !isStation(asset.kind)) continue;
      const station = await this.facts.factsOf(collectiveId, asset, this.database.reader);
      const level = station.levelOf(month, slip.energyKwh);
      const expected = station.expectedKwh(month);
      if (level === undefined || level === 'usual' || expected === undefined) continue;
      alerts.push({ assetId: asset.id, level, expected });
    }
    return alerts;
  }
}
