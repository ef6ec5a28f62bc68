import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isStation } from '../../domain/assets/asset';
import { isKeptForOthers } from '../../domain/assets/asset-facts';
import { type DatedBearer, readTaxBearer, type TaxBearerForm } from '../../domain/income/kept-tax';
import {
  type PriceBounds,
  priceBounds,
  readStationPrice,
  type StationPrice,
  type StationPriceForm,
} from '../../domain/income/tariff';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { StationLinksService } from '../assets/station-links.service';
import { CollectivesService } from '../collectives/collectives.service';
import { TaxBearerEntity } from './joint-tax.entity';
import type { MeterPlace } from './meters.service';
import { StationPriceEntity } from './station-price.entity';
import { TariffTableService } from './tariff-table.service';

/** What is paid for the energy of stations, dated: facts that are never changed. */
@Injectable()
export class StationPricesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: StationLinksService,
    private readonly collectives: CollectivesService,
    private readonly tariffs: TariffTableService,
  ) {}

  /** Every price ever entered, by its day and then by its entry. */
  async listPrices(
    { collectiveId, assetId }: MeterPlace,
    db: EntityManager = this.database.reader,
  ): Promise<StationPrice[]> {
    const rows = await db.find(StationPriceEntity, {
      where: { collectiveId, assetId },
      order: { validFrom: 'ASC', id: 'ASC' },
    });
    return rows.map(({ validFrom, energyPrice, subsidyPrice, pricePaper, reason }) => ({
      ...{ validFrom, energyPrice, subsidyPrice, pricePaper, reason },
    }));
  }

  /** Whose the tax of a kept station was said to be, by its day and then by its entry. */
  async listBearers(
    { collectiveId, assetId }: MeterPlace,
    db: EntityManager = this.database.reader,
  ): Promise<DatedBearer[]> {
    const rows = await db.find(TaxBearerEntity, {
      where: { collectiveId, assetId },
      order: { validFrom: 'ASC', id: 'ASC' },
    });
    return rows.map(({ validFrom, bearer, paper }) => ({ validFrom, bearer, paper }));
  }

  /**
   * Keeps whose the tax of a kept station is from a day on. Slips that stand keep theirs.
   * @throws FormProblems `form.*`, `tariff.notFirstDay`, DomainError `joint.notKept`
   */
  recordBearer(at: MeterPlace, form: TaxBearerForm, command: Command): Promise<{ readonly id: string }> {
    const { collectiveId, assetId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const asset = await this.links.requireEnteredHere(collectiveId, assetId, tx);
        if (!isKeptForOthers(asset)) throw new DomainError('joint.notKept', { asset: asset.name });
        const { bearer, problems } = readTaxBearer(form);
        refuseProblems(problems);
        const row = { ...bearer, ...at, id: newId(), notedBy: command.by, notedAt: this.clock.now() };
        await insertRecorded(tx, TaxBearerEntity, row);
        return { id: row.id };
      },
      onceOf(command, 'income.taxBearer', [at, form]),
    );
  }

  /** Between which prices a station's energy is usually paid. */
  async boundsOf(collectiveId: string, connectedOn: string): Promise<PriceBounds> {
    const regionPath = await this.collectives.regionPathOf(collectiveId);
    return priceBounds(this.tariffs.table(), regionPath, connectedOn);
  }

  /**
   * Keeps a price from a day on. Slips that stand keep theirs. @throws FormProblems `tariff.*`, DomainError
   * `settlement.notAStation`, `joint.keptByOther`
   */
  recordPrice(at: MeterPlace, form: StationPriceForm, command: Command): Promise<{ readonly id: string }> {
    const { collectiveId, assetId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const asset = await this.links.requireEnteredHere(collectiveId, assetId, tx);
        if (!isStation(asset.kind)) throw new DomainError('settlement.notAStation', { asset: asset.name });
        const bounds = await this.boundsOf(collectiveId, asset.acquiredOn);
        const { price, problems } = readStationPrice(form, bounds);
        refuseProblems(problems);
        const row = { ...price, ...at, id: newId(), notedBy: command.by, notedAt: this.clock.now() };
        await insertRecorded(tx, StationPriceEntity, row);
        return { id: row.id };
      },
      onceOf(command, 'income.stationPrice', [at, form]),
    );
  }
}
