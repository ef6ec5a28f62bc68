import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isStation } from '../../domain/assets/asset';
import type { SlipStation } from '../../domain/income/settlement-lines';
import { Clock } from '../../platform/clock/clock';
import { newId } from '../../platform/ids/new-id';
import { AssetsService, type RegisteredAsset } from '../assets/assets.service';
import { GridCustomerEntity } from './grid-customer.entity';
import { IncomeReadService, type SettlementRow } from './income-read.service';

/** A station with what its slips are read against. */
export interface StationOfSlips {
  readonly registered: RegisteredAsset;
  readonly inTable: SlipStation;
  /** The slips that stand, by month. */
  readonly slips: readonly SettlementRow[];
}

/** The stations of a village as the grid's files name them. */
@Injectable()
export class SettlementStationsService {
  constructor(
    private readonly assets: AssetsService,
    private readonly reading: IncomeReadService,
    private readonly clock: Clock,
  ) {}

  /** Every station, in the order of the register. */
  async listStations(collectiveId: string, db: EntityManager): Promise<StationOfSlips[]> {
    const registered = await this.assets.listAssets(collectiveId, db);
    const slips = await this.reading.listSettlements(collectiveId, db);
    const rows = await db.find(GridCustomerEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const assetOf = new Map(rows.map(({ customerNumber, assetId }) => [customerNumber, assetId]));
    return registered
      .filter(({ asset }) => isStation(asset.kind))
      .map((each) => ({
        registered: each,
        inTable: {
          id: each.asset.id,
          name: each.asset.name,
          customerNumbers: [...assetOf].filter(([, id]) => id === each.asset.id).map(([number]) => number),
          multiplier: each.asset.meterMultiplier ?? '1',
          subsidyPriceYuanPerKwh: each.asset.subsidyPriceYuanPerKwh ?? '0',
        },
        slips: slips.filter((slip) => slip.assetId === each.asset.id),
      }));
  }

  /** Keeps which station a number of the grid is of, where that is new. */
  async keepNumbers(
    tx: EntityManager,
    collectiveId: string,
    given: { readonly numbers: ReadonlyMap<string, string>; readonly by: string },
  ): Promise<void> {
    const known = await this.listStations(collectiveId, tx);
    for (const [customerNumber, assetId] of given.numbers) {
      const station = known.find(({ inTable }) => inTable.id === assetId);
      if (station === undefined || station.inTable.customerNumbers.includes(customerNumber)) continue;
      const notedAt = this.clock.now();
      const row = { collectiveId, id: newId(), customerNumber, assetId, notedBy: given.by, notedAt };
      await tx.insert(GridCustomerEntity, row);
    }
  }
}
