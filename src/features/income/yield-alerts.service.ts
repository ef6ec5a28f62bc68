import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import type { Month } from '../../domain/calendar/calendar-day';
import { touchedSlips } from '../../domain/income/meter-neighbours';
import type { YieldLevel } from '../../domain/income/yield';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { IncomeReadService } from './income-read.service';
import { meterOf } from './meters.service';
import { StationFactsService } from './station-facts.service';

/** A station's month beside what is expected of it. */
export interface JudgedYield {
  readonly assetId: string;
  readonly kwh: string;
  readonly level: YieldLevel;
  readonly expected: { readonly least: string; readonly most: string };
}

/** A slip that does not go with what was found of its meter since. */
export interface SlipToRedo {
  readonly assetId: string;
  readonly station: string;
  readonly month: Month;
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

  /** The stations whose month is not what is expected of them. */
  async listAlerts(collectiveId: string, month: Month): Promise<JudgedYield[]> {
    return (await this.listJudged(collectiveId, month)).filter(({ level }) => level !== 'usual');
  }

  /** Every station with a slip of the month of which something is expected; without one nothing is graded. */
  async listJudged(collectiveId: string, month: Month): Promise<JudgedYield[]> {
    const slips = (await this.reading.listSettlements(collectiveId)).filter(
      ({ generationMonth }) => generationMonth === month,
    );
    const registered = slips.length === 0 ? [] : await this.assets.listAssets(collectiveId);
    const judged: JudgedYield[] = [];
    for (const { asset } of registered) {
      const slip = slips.find(({ assetId }) => assetId === asset.id);
      if (slip === undefined || !isStation(asset.kind)) continue;
      const station = await this.facts.factsOf(collectiveId, asset, this.database.reader);
      const level = station.levelOf(month, slip.energyKwh);
      const expected = station.expectedKwh(month);
      if (level === undefined || expected === undefined) continue;
      judged.push({ assetId: asset.id, kwh: slip.energyKwh, level, expected });
    }
    return judged;
  }

  /**
   * The slips up to a month that stand though a reading was found wrong since, and that no later slip makes
   * up for: until then kWh are income twice, or never.
   */
  async listToRedo(collectiveId: string, upTo: Month): Promise<SlipToRedo[]> {
    const slips = await this.reading.listSettlements(collectiveId);
    const registered = slips.length === 0 ? [] : await this.assets.listAssets(collectiveId);
    const found: SlipToRedo[] = [];
    for (const { asset } of registered.filter((each) => isStation(each.asset.kind))) {
      const { records } = await this.facts.factsOf(collectiveId, asset, this.database.reader);
      if (records.length === 0) continue;
      const own = slips.filter(({ assetId }) => assetId === asset.id);
      const touched = touchedSlips(own, meterOf(asset, records));
      found.push(
        ...touched.map((slip) => ({ assetId: asset.id, station: asset.name, month: slip.generationMonth })),
      );
    }
    return found.filter(({ month }) => month <= upTo);
  }
}
