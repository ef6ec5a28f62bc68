import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { multiplierAt } from '../../domain/income/meter-record';
import type { SlipStation } from '../../domain/income/settlement-lines';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import type { RegisteredAsset } from '../assets/assets.service';
import { StationLinksService } from '../assets/station-links.service';
import { GridCustomerEntity } from './grid-customer.entity';
import { IncomeReadService, type SettlementRow } from './income-read.service';
import { type SettledStation, StationFactsService } from './station-facts.service';

/** A station with what its slips are read against. */
export interface StationOfSlips {
  readonly registered: RegisteredAsset;
  readonly facts: SettledStation;
  readonly inTable: SlipStation;
  /** The slips that stand, by month. */
  readonly slips: readonly SettlementRow[];
  /** The first day of the village's books. */
  readonly booksFrom: CalendarDay;
}

/** The stations of a village as the grid's files name them. */
@Injectable()
export class SettlementStationsService {
  constructor(
    private readonly database: Database,
    private readonly stations: StationLinksService,
    private readonly reading: IncomeReadService,
    private readonly clock: Clock,
    private readonly facts: StationFactsService,
  ) {}

  /** Every station whose slips are entered here, in the order of the register. */
  async listStations(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<StationOfSlips[]> {
    const registered = await this.stations.listOwnSlips(collectiveId, db);
    const slips = await this.reading.listSettlements(collectiveId, db);
    const booksFrom = await this.reading.requireFirstDay(collectiveId, db);
    const rows = await db.find(GridCustomerEntity, { where: { collectiveId }, order: { id: 'ASC' } });
    const assetOf = new Map(rows.map(({ customerNumber, assetId }) => [customerNumber, assetId]));
    const stations: StationOfSlips[] = [];
    for (const each of registered) {
      const { asset } = each;
      const facts = await this.facts.factsOf(collectiveId, asset, db);
      const numbers = [...assetOf].filter(([, id]) => id === asset.id).map(([number]) => number);
      stations.push({
        registered: each,
        facts,
        inTable: {
          id: asset.id,
          name: asset.name,
          customerNumbers: numbers,
          multiplierIn: (month) => multiplierAt(asset.meterMultiplier ?? '1', facts.records, month),
          subsidyPriceIn: (month) => facts.priceIn(month).subsidy,
        },
        slips: slips.filter((slip) => slip.assetId === asset.id),
        booksFrom,
      });
    }
    return stations;
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
      await insertRecorded(tx, GridCustomerEntity, row);
    }
  }
}
