import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Particulars,
  type ParticularsForm,
  particularsOn,
  type ParticularsVersion,
  readParticularsVersion,
} from '../../domain/assets/asset-particulars';
import { knownBy } from '../../domain/assets/standstill';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type PlateGround, plateOwners, type PlatePattern, plateProblems } from '../../domain/assets/plates';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { AssetParticularsEntity } from './asset-particulars.entity';
import { readTurnsFor, standstillsOn } from './asset-turns.store';
import { AssetsService } from './assets.service';
import { CountyPlatesService, type PlatesAsked } from './county-plates.service';

/** A version that was read, of an asset. */
export interface NewVersion {
  readonly assetId: string;
  readonly version: number;
  readonly validFrom: CalendarDay;
  readonly particulars: Particulars;
  readonly why: string;
  readonly by: string;
}

/** What is known of each asset and may change: a version from each day on, none ever taken away. */
@Injectable()
export class AssetParticularsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
    private readonly county: CountyPlatesService,
  ) {}

  /**
   * Enters a new version of the whole.
   * @throws FormProblems `particulars.*`, `form.*`, `calendar.*`; DomainError `assets.unknown`
   */
  change(
    { collectiveId, id }: { readonly collectiveId: string; readonly id: string },
    form: ParticularsForm,
    command: Command,
  ): Promise<{ version: number }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { asset } = await this.assets.requireAsset(collectiveId, id, tx);
        const versions = await versionsOf(tx, collectiveId, id);
        const { acquiredOn, leftOn, suspendedOn } = asset;
        const borne = { collectiveId, plates: [form.plateNumber], by: command.by };
        const plates = await this.platesOfOthers(tx, borne, id);
        const facts = { today: this.clock.today(), acquiredOn, leftOn, suspendedOn, versions, plates };
        const read = readParticularsVersion(form, facts);
        refuseProblems(read.problems);
        const version = versions.length + 1;
        const { validFrom, particulars, why } = read;
        const entry = { assetId: id, version, validFrom, particulars, why, by: command.by };
        const numbered = { asset, number: particulars.plateNumber, day: validFrom, by: command.by };
        await this.assets.requireNumberFree(tx, collectiveId, numbered);
        await this.enter(tx, collectiveId, [entry]);
        return { version };
      },
      onceOf(command, 'assets.particulars', { id, form }),
    );
  }

  /** Writes versions that were read, in one go. */
  async enter(tx: EntityManager, collectiveId: string, entries: readonly NewVersion[]): Promise<void> {
    const enteredAt = this.clock.now();
    const rows = entries.map(({ particulars, by, ...of }) => {
      return { collectiveId, ...of, ...particulars, enteredBy: by, enteredAt };
    });
    if (rows.length > 0) await insertRecorded(tx, AssetParticularsEntity, rows);
  }

  /** The versions of an asset, in the order of entry. @throws DomainError `assets.unknown` */
  async listVersions(
    collectiveId: string,
    assetId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ParticularsVersion[]> {
    await this.assets.requireAsset(collectiveId, assetId, db);
    return versionsOf(db, collectiveId, assetId);
  }

  /**
   * Whether the plate of an asset that had left hangs on another one by now. Codes `assets.plateTaken`,
   * `assets.plateTakenThere`, `assets.plateTakenInCounty`.
   */
  async plateProblemsOf(
    tx: EntityManager,
    { collectiveId, id, by }: { readonly collectiveId: string; readonly id: string; readonly by?: string },
  ): Promise<Problem[]> {
    const known = await this.listInForce(collectiveId, this.clock.today(), tx);
    const plate = known.get(id)?.plateNumber ?? '';
    const { owners = new Map(), elsewhere = new Map() } = await this.platesOfOthers(
      tx,
      { collectiveId, plates: [plate], by },
      id,
    );
    // How it is written was asked when it was given.
    return plateProblems(plate, { owners, elsewhere });
  }

  /** How the region of a village writes its plates, where it is known. */
  findPlatePattern(collectiveId: string): Promise<PlatePattern | undefined> {
    return this.county.findPattern(collectiveId);
  }

  /** Plates of the other assets that stand in the registers of the county today. */
  private async platesOfOthers(tx: EntityManager, asked: PlatesAsked, id: string): Promise<PlateGround> {
    const { collectiveId } = asked;
    const known = await this.listInForce(collectiveId, this.clock.today(), tx);
    const assets = await this.assets.listAssets(collectiveId, tx);
    const others = assets.filter(({ asset }) => asset.id !== id && asset.leftOn === undefined);
    const owners = plateOwners(
      others.map(({ asset }) => ({
        name: asset.name,
        plateNumber: known.get(asset.id)?.plateNumber ?? '',
      })),
    );
    await this.county.lock(tx, collectiveId);
    return { owners, ...(await this.county.groundOf(tx, asked)) };
  }

  /**
   * What is known of each asset on a day, by the asset's id, its condition as a decision of that day says; of
   * some nothing may be known yet.
   */
  async listInForce(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, ParticularsVersion>> {
    const versions = new Map<string, AssetParticularsEntity[]>();
    for (const row of await db.findBy(AssetParticularsEntity, { collectiveId })) {
      versions.set(row.assetId, [...(versions.get(row.assetId) ?? []), row]);
    }
    const still = standstillsOn(await readTurnsFor(db, collectiveId), day);
    const ids = [...new Set([...versions.keys(), ...still.keys()])];
    return new Map(
      ids.flatMap((assetId) => {
        const found = knownBy(particularsOn(versions.get(assetId) ?? [], day), still.get(assetId) ?? {});
        return found === undefined ? [] : [[assetId, found]];
      }),
    );
  }
}

function versionsOf(
  db: EntityManager,
  collectiveId: string,
  assetId: string,
): Promise<AssetParticularsEntity[]> {
  return db.find(AssetParticularsEntity, { where: { collectiveId, assetId }, order: { version: 'ASC' } });
}
