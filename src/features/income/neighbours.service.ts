import { Injectable } from '@nestjs/common';
import { isStation } from '../../domain/assets/asset';
import type { Month } from '../../domain/calendar/calendar-day';
import { besideNeighbours } from '../../domain/income/yield';
import { compareQuantities, quotient } from '../../domain/money/charge';
import { StationLinksService } from '../assets/station-links.service';
import { AssetsService } from '../assets/assets.service';
import { CollectivesService } from '../collectives/collectives.service';
import { IncomeReadService } from './income-read.service';
import type { MeterPlace } from './meters.service';
import { YieldTableService } from './yield-table.service';

/** A station's kWh per kW, and the middle one of its neighbours. */
export interface Beside {
  readonly perKw: string;
  readonly middle: string;
  readonly count: number;
  readonly isBelow: boolean;
}

/** A station's month beside the other stations of its township, in kWh per kW; nobody is named. */
@Injectable()
export class NeighboursService {
  constructor(
    private readonly collectives: CollectivesService,
    private readonly assets: AssetsService,
    private readonly links: StationLinksService,
    private readonly income: IncomeReadService,
    private readonly yields: YieldTableService,
  ) {}

  /** @returns undefined where too few neighbours are known, or nothing of the station itself */
  async compare({ collectiveId, assetId }: MeterPlace, month: Month): Promise<Beside | undefined> {
    const { parentId } = await this.collectives.requireCollective(collectiveId);
    if (parentId === null) return undefined;
    const own: string[] = [];
    const others: string[] = [];
    for (const village of await this.collectives.listVillagesBelow(parentId)) {
      for (const [id, perKw] of await this.perKwOf(village.id, month)) {
        (village.id === collectiveId && id === assetId ? own : others).push(perKw);
      }
    }
    const [perKw] = own;
    if (perKw === undefined) return undefined;
    const beside = besideNeighbours(this.yields.table(), perKw, others);
    return beside === undefined ? undefined : { perKw, ...beside };
  }

  /** By station whose slips are entered there. A joint station is its keeper's: it counts nowhere below. */
  private async perKwOf(collectiveId: string, month: Month): Promise<[assetId: string, perKw: string][]> {
    const linked = await this.links.listLinkedIds(collectiveId);
    const slips = await this.income.listSettlements(collectiveId);
    const registered = await this.assets.listAssets(collectiveId);
    return registered.flatMap(({ asset }): [string, string][] => {
      const slip = slips.find((each) => each.assetId === asset.id && each.generationMonth === month);
      const { capacityKw = '0', kind } = asset;
      const isKnown = isStation(kind) && !linked.has(asset.id) && compareQuantities(capacityKw, '0') > 0;
      return slip === undefined || !isKnown ? [] : [[asset.id, quotient(slip.energyKwh, capacityKw)]];
    });
  }
}
