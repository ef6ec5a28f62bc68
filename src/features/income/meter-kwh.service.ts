import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Asset, isStation } from '../../domain/assets/asset';
import { type MeteredSpan, type MeterKwhForm, readMeterKwh } from '../../domain/income/metered-month';
import { type DatedTolerance, readTolerance, type ToleranceForm } from '../../domain/income/reconcile-month';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { StationLinksService } from '../assets/station-links.service';
import { MeterKwhEntity } from './meter-kwh.entity';
import type { MeterPlace } from './meters.service';
import { ReconcileToleranceEntity } from './reconcile-tolerance.entity';

/**
 * What stands beside the grid's slips: energy as inverters and meters showed it, and how far it may be off.
 */
@Injectable()
export class MeterKwhService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: StationLinksService,
  ) {}

  /** Everything read of a station, in the order of its entry: of one span the last holds. */
  async listSpans({ collectiveId, assetId }: MeterPlace): Promise<MeteredSpan[]> {
    const rows = await this.database.reader.find(MeterKwhEntity, {
      where: { collectiveId, assetId },
      order: { notedAt: 'ASC', id: 'ASC' },
    });
    return rows.map(({ span, kwh, source }) => ({ span, kwh, source }));
  }

  async listTolerances({ collectiveId, assetId }: MeterPlace): Promise<DatedTolerance[]> {
    const rows = await this.database.reader.find(ReconcileToleranceEntity, {
      where: { collectiveId, assetId },
      order: { validFrom: 'ASC', id: 'ASC' },
    });
    return rows.map(({ validFrom, percent, leastKwh, reason }) => ({ validFrom, percent, leastKwh, reason }));
  }

  /** Keeps what was read, all lines or none. @throws FormProblems `meterKwh.*`; DomainError `joint.*` */
  recordKwh(at: MeterPlace, form: MeterKwhForm, command: Command): Promise<{ readonly lines: number }> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const { acquiredOn, capacityKw = '0' } = await this.requireStation(at, tx);
        const station = { acquiredOn, capacityKw, today: this.clock.today() };
        const { spans, problems } = readMeterKwh(form, station);
        refuseProblems(problems);
        const noted = { notedBy: command.by, notedAt: this.clock.now() };
        await insertRecorded(
          tx,
          MeterKwhEntity,
          spans.map((span) => ({ ...at, ...span, ...noted, id: newId() })),
        );
        return { lines: spans.length };
      },
      onceOf(command, 'income.meterKwh', [at, form]),
    );
  }

  /** Keeps how far a station's meter may be off. @throws FormProblems `reconcile.*`; DomainError `joint.*` */
  recordTolerance(at: MeterPlace, form: ToleranceForm, command: Command): Promise<{ readonly id: string }> {
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const { capacityKw = '0' } = await this.requireStation(at, tx);
        const { tolerance, problems } = readTolerance(form, capacityKw);
        refuseProblems(problems);
        const row = { ...at, ...tolerance, id: newId(), notedBy: command.by, notedAt: this.clock.now() };
        await insertRecorded(tx, ReconcileToleranceEntity, row);
        return { id: row.id };
      },
      onceOf(command, 'income.tolerance', [at, form]),
    );
  }

  /**
   * A station whose energy is noted here.
   * @throws DomainError `joint.keptByOther`, `settlement.notAStation`, `assets.unknown`
   */
  async requireStation(
    { collectiveId, assetId }: MeterPlace,
    tx: EntityManager = this.database.reader,
  ): Promise<Asset> {
    const asset = await this.links.requireEnteredHere(collectiveId, assetId, tx);
    if (!isStation(asset.kind)) throw new DomainError('settlement.notAStation', { asset: asset.name });
    return asset;
  }
}
