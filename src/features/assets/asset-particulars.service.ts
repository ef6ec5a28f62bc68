import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Particulars,
  type ParticularsForm,
  particularsOn,
  type ParticularsVersion,
  readParticularsVersion,
} from '../../domain/assets/asset-particulars';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { refuseProblems } from '../../domain/shared/problem';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { AssetParticularsEntity } from './asset-particulars.entity';
import { AssetsService } from './assets.service';

/** What is known of each asset and may change: a version from each day on, none ever taken away. */
@Injectable()
export class AssetParticularsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assets: AssetsService,
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
        const { acquiredOn } = asset;
        const read = readParticularsVersion(form, { today: this.clock.today(), acquiredOn, versions });
        refuseProblems(read.problems);
        const version = versions.length + 1;
        await this.enter(tx, { collectiveId, assetId: id, version, ...read, by: command.by });
        return { version };
      },
      onceOf(command, 'assets.particulars', { id, form }),
    );
  }

  /** Writes a version that was read, within the transaction of a step that knows its number. */
  async enter(
    tx: EntityManager,
    entry: {
      readonly collectiveId: string;
      readonly assetId: string;
      readonly version: number;
      readonly validFrom: CalendarDay;
      readonly particulars: Particulars;
      readonly why: string;
      readonly by: string;
    },
  ): Promise<void> {
    const { collectiveId, assetId, version, validFrom, why } = entry;
    const entered = { enteredBy: entry.by, enteredAt: this.clock.now() };
    const of = { collectiveId, assetId, version, validFrom, why };
    await tx.insert(AssetParticularsEntity, { ...of, ...entry.particulars, ...entered });
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

  /** What is known of each asset on a day, by the asset's id; of some nothing may be known yet. */
  async listInForce(
    collectiveId: string,
    day: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, ParticularsVersion>> {
    const versions = new Map<string, AssetParticularsEntity[]>();
    for (const row of await db.findBy(AssetParticularsEntity, { collectiveId })) {
      versions.set(row.assetId, [...(versions.get(row.assetId) ?? []), row]);
    }
    return new Map(
      [...versions].flatMap(([assetId, own]) => {
        const found = particularsOn(own, day);
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
