import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Asset, isStation } from '../../domain/assets/asset';
import type { RecordedMeter } from '../../domain/income/meter-neighbours';
import type { MeterRecord } from '../../domain/income/meter-record';
import {
  type MeterRecordForm,
  readMeterRecord,
  withdrawalProblems,
} from '../../domain/income/read-meter-record';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { StationLinksService } from '../assets/station-links.service';
import { IncomeReadService, type SettlementRow } from './income-read.service';
import { MeterRecordEntity } from './meter-record.entity';
import { MeterWithdrawalEntity } from './meter-withdrawal.entity';
import { SlipReadingsEntity } from './slip-readings.entity';

/** A station's meter: whose it is. */
export interface MeterPlace {
  readonly collectiveId: string;
  readonly assetId: string;
}

/** What is known of a meter. */
export interface MeterState {
  readonly records: readonly MeterRecord[];
  readonly slips: readonly SettlementRow[];
}

/** What happens to the meters of stations besides running: dated records, never changed. */
@Injectable()
export class MetersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: StationLinksService,
    private readonly reading: IncomeReadService,
  ) {}

  /** The records that stand, by day. */
  async listRecords(
    { collectiveId, assetId }: MeterPlace,
    db: EntityManager = this.database.reader,
  ): Promise<MeterRecord[]> {
    const rows = await db.find(MeterRecordEntity, {
      where: { collectiveId, assetId },
      order: { on: 'ASC', id: 'ASC' },
    });
    const withdrawn = await db.findBy(MeterWithdrawalEntity, { collectiveId });
    const gone = new Set(withdrawn.map(({ recordId }) => recordId));
    return rows.filter(({ id }) => !gone.has(id)).map(recordOf);
  }

  /** The records and the slips of a station that stand, by day and month. */
  async stateOf(at: MeterPlace, db: EntityManager = this.database.reader): Promise<MeterState> {
    const records = await this.listRecords(at, db);
    const slips = await this.reading.listSettlements(at.collectiveId, db);
    return { records, slips: slips.filter(({ assetId }) => assetId === at.assetId) };
  }

  /** By slip the records it was reckoned on, also those withdrawn since; who kept none is not there. */
  async readingsOf(
    { collectiveId, assetId }: MeterPlace,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, readonly MeterRecord[]>> {
    const records = await db.find(MeterRecordEntity, {
      where: { collectiveId, assetId },
      order: { on: 'ASC', id: 'ASC' },
    });
    const kept = await db.findBy(SlipReadingsEntity, { collectiveId });
    return new Map(
      kept.map(({ settlementId, recordIds }) => [
        settlementId,
        records.filter(({ id }) => recordIds.includes(id)).map(recordOf),
      ]),
    );
  }

  /** Keeps what happened to a meter. @throws FormProblems `meter.*`, DomainError `settlement.notAStation`,
   * `joint.keptByOther` */
  recordEvent(at: MeterPlace, form: MeterRecordForm, command: Command): Promise<{ readonly id: string }> {
    const { collectiveId, assetId } = at;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const asset = await this.links.requireEnteredHere(collectiveId, assetId, tx);
        if (!isStation(asset.kind)) throw new DomainError('settlement.notAStation', { asset: asset.name });
        const state = await this.stateOf(at, tx);
        const history = { ...state, ...meterOf(asset, state.records), today: this.clock.today() };
        const { record, problems } = readMeterRecord(form, history);
        refuseProblems(problems);
        const row = { ...record, ...at, id: newId(), notedBy: command.by, notedAt: this.clock.now() };
        await insertRecorded(tx, MeterRecordEntity, row);
        return { id: row.id };
      },
      onceOf(command, 'income.meterRecord', [at, form]),
    );
  }

  /**
   * Withdraws a record that was wrong; it stays, with the reason. @throws FormProblems `meter.usedBySlip`,
   * `form.missing`, DomainError `meter.unknownRecord`
   */
  withdraw(
    at: MeterPlace,
    form: { readonly recordId: string; readonly reason: string },
    command: Command,
  ): Promise<{ readonly id: string }> {
    const { recordId } = form;
    return this.database.inTransaction(
      at.collectiveId,
      async (tx) => {
        const asset = await this.links.requireEnteredHere(at.collectiveId, at.assetId, tx);
        const state = await this.stateOf(at, tx);
        const record = state.records.find(({ id }) => id === recordId);
        if (record === undefined) throw new DomainError('meter.unknownRecord');
        const history = { ...state, ...meterOf(asset, state.records), today: this.clock.today() };
        refuseProblems([...reasonProblems(form.reason), ...withdrawalProblems(record, history)]);
        await insertRecorded(tx, MeterWithdrawalEntity, {
          collectiveId: at.collectiveId,
          recordId,
          reason: form.reason.trim(),
          notedBy: command.by,
          notedAt: this.clock.now(),
        });
        return { id: recordId };
      },
      onceOf(command, 'income.meterWithdrawal', [at, form]),
    );
  }
}

/** A station's meter as the register has it, with its records. */
export function meterOf(asset: Asset, records: readonly MeterRecord[]): RecordedMeter {
  const { acquiredOn, meterMultiplier: multiplier = '1', capacityKw = '0' } = asset;
  return { acquiredOn, multiplier, capacityKw, records };
}

function reasonProblems(reason: string): Problem[] {
  if (reason.trim() === '') return [{ code: 'form.missing', field: 'withdrawalReason' }];
  return privateNumberProblems({ withdrawalReason: reason });
}

/** A record as its row has it. */
export function recordOf(row: MeterRecordEntity): MeterRecord {
  const { id, kind, on, readingWas, readingIs, multiplier, meterNumber, reason } = row;
  return { id, kind, on, readingWas, readingIs, multiplier, meterNumber, reason };
}
