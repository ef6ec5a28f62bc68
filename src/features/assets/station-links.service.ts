import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Asset, isStation } from '../../domain/assets/asset';
import { ownersAsset } from '../../domain/assets/shared-asset';
import { type ShareTable, tableInForce } from '../../domain/collectives/share-table';
import {
  type CalendarDay,
  firstDayOf,
  isMonth,
  lastDayOf,
  type Month,
} from '../../domain/calendar/calendar-day';
import { DomainError } from '../../domain/shared/domain-error';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { AssetsService, type RegisteredAsset } from './assets.service';
import { requireOwnRight } from './asset-rights.store';
import { countFiles } from './file-owners';
import { StationLinkEntity } from './station-link.entity';

/** A station as its keeper hands it to an owner. */
export interface KeptStation {
  readonly keeperId: string;
  /** The keeper's name, as the owner's register shows it. */
  readonly keeper: string;
  /** The owner, as the share table names him. */
  readonly owner: string;
  readonly station: RegisteredAsset;
  /** The day whose share table counts. */
  readonly day: CalendarDay;
}

/** Which of an owner's assets are stations that somebody else keeps. */
@Injectable()
export class StationLinksService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
  ) {}

  /** How many papers stand with the voucher of a slip: the slip itself, as it came. */
  async countPapers(collectiveId: string, entryId: string): Promise<number> {
    const owner = { collectiveId, ownerKind: 'voucher' } as const;
    return (await countFiles(this.database.reader, owner, [entryId])).get(entryId) ?? 0;
  }

  /** Ids of the assets whose slips come from a keeper, from any or from one. */
  async listLinkedIds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
    keeperId?: string,
  ): Promise<ReadonlySet<string>> {
    const of = keeperId === undefined ? {} : { keeperId };
    const links = await db.findBy(StationLinkEntity, { collectiveId, ...of });
    return new Set(links.map((link) => link.assetId));
  }

  /**
   * Of those, the ones of which a slip of the month still comes: where the keeper's table of its first day
   * names neither the row nor its owner any more, none does.
   */
  async listAwaitedIds(collectiveId: string, month: Month): Promise<ReadonlySet<string>> {
    const awaited = new Set<string>();
    for (const { assetId, keeperId, stationId } of await this.listLinks(collectiveId)) {
      const own = await this.assets.findAsset(collectiveId, assetId);
      const kept = await this.assets.findAsset(keeperId, stationId);
      const table = kept && tableInForce(kept.shareTables, firstDayOf(month));
      if (own === undefined || table === undefined || isOwnerIn(table, own)) awaited.add(assetId);
    }
    return awaited;
  }

  /** Which of a collective's assets is whose station. */
  listLinks(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<Pick<StationLinkEntity, 'assetId' | 'keeperId' | 'stationId'>[]> {
    return db.find(StationLinkEntity, { where: { collectiveId }, order: { assetId: 'ASC' } });
  }

  /** Who keeps stations for this collective. */
  async listKeeperIds(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlySet<string>> {
    const links = await db.findBy(StationLinkEntity, { collectiveId });
    return new Set(links.map((link) => link.keeperId));
  }

  /** The owner's own asset of a keeper's station; undefined before its first slip has come. */
  async findOwn(
    collectiveId: string,
    of: { readonly keeperId: string; readonly stationId: string },
    db: EntityManager = this.database.reader,
  ): Promise<RegisteredAsset | undefined> {
    const link = await db.findOneBy(StationLinkEntity, { collectiveId, ...of });
    return link === null ? undefined : this.assets.requireAsset(collectiveId, link.assetId, db);
  }

  /** The share tables, by station, of the joint stations kept here. */
  async listKeptTables(
    collectiveId: string,
    db: EntityManager,
  ): Promise<ReadonlyMap<string, readonly ShareTable[]>> {
    const registered = await this.assets.listAssets(collectiveId, db);
    const kept = registered.filter(({ asset }) => asset.kind === 'keptPvStation');
    return new Map(kept.map(({ asset, shareTables }) => [asset.id, shareTables]));
  }

  /** The stations whose slips are entered here: one's own, and those kept for others. */
  async listOwnSlips(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<RegisteredAsset[]> {
    const linked = await this.listLinkedIds(collectiveId, db);
    const registered = await this.assets.listAssets(collectiveId, db);
    return registered.filter(({ asset }) => isStation(asset.kind) && !linked.has(asset.id));
  }

  /**
   * A station whose slips are entered here. @throws DomainError `joint.keptByOther` where they
   * come from its keeper, `assets.unknown`
   */
  async requireEnteredHere(
    collectiveId: string,
    assetId: string,
    db: EntityManager = this.database.reader,
  ): Promise<Asset> {
    const { asset } = await this.assets.requireAsset(collectiveId, assetId, db);
    const linked = await this.listLinkedIds(collectiveId, db);
    if (linked.has(assetId)) throw new DomainError('joint.keptByOther', { asset: asset.name });
    return asset;
  }

  /**
   * The same, of a slip: a village's own station whose income of that month lies with another body brings the
   * village nothing.
   * @param slip its month as typed: what is none is refused where the slip is read
   * @throws DomainError `joint.keptByOther`, `assets.unknown`, `income.rightElsewhere`
   */
  async requireSettledHere(
    collectiveId: string,
    slip: { readonly assetId: string; readonly generationMonth: string },
    db: EntityManager = this.database.reader,
  ): Promise<Asset> {
    const asset = await this.requireEnteredHere(collectiveId, slip.assetId, db);
    const month = slip.generationMonth;
    if (!isMonth(month)) return asset;
    await requireOwnRight(db, collectiveId, {
      asset,
      days: { from: firstDayOf(month), to: lastDayOf(month) },
    });
    return asset;
  }

  /**
   * The owner's own asset of a kept station, with the share table of the day. Where he entered the joint
   * station himself, under the same name, that is it; otherwise his part of it enters his register now.
   * @throws DomainError `shares.noneInForce`
   */
  async requireOwn(tx: EntityManager, ownerId: string, kept: KeptStation): Promise<RegisteredAsset> {
    const table = tableInForce(kept.station.shareTables, kept.day);
    if (table === undefined) throw new DomainError('shares.noneInForce', { month: kept.day.slice(0, 7) });
    const ids = { keeperId: kept.keeperId, stationId: kept.station.asset.id };
    const link = await tx.findOneBy(StationLinkEntity, { collectiveId: ownerId, ...ids });
    const assetId = link?.assetId ?? (await this.link(tx, ownerId, { kept, table }));
    const own = await this.assets.requireAsset(ownerId, assetId, tx);
    if (!own.shareTables.some((known) => known.validFrom === table.validFrom))
      await this.assets.enterShares(tx, { collectiveId: ownerId, assetId }, table);
    return own;
  }

  private async link(
    tx: EntityManager,
    ownerId: string,
    { kept, table }: { readonly kept: KeptStation; readonly table: ShareTable },
  ): Promise<string> {
    const { keeperId, station } = kept;
    const linked = await this.listLinkedIds(ownerId, tx);
    const others = await this.assets.listAssets(ownerId, tx);
    const entered = others.find(({ asset }) => isSameStation(asset, station.asset) && !linked.has(asset.id));
    const assetId = entered?.asset.id ?? (await this.enter(tx, ownerId, { kept, table, others }));
    const row = { collectiveId: ownerId, assetId, keeperId, stationId: station.asset.id };
    await insertRecorded(tx, StationLinkEntity, row);
    return assetId;
  }

  private async enter(
    tx: EntityManager,
    ownerId: string,
    given: {
      readonly kept: KeptStation;
      readonly table: ShareTable;
      readonly others: readonly RegisteredAsset[];
    },
  ): Promise<string> {
    const { kept, table, others } = given;
    const { keeper, owner, station } = kept;
    const { asset, funds } = ownersAsset(station, { owner, keeper, rows: table.rows });
    const isTaken = others.some((other) => other.asset.name === asset.name);
    const name = isTaken ? `${asset.name} · ${keeper}` : asset.name;
    const id = newId();
    await this.assets.enter(tx, ownerId, [{ id, asset: { ...asset, name }, funds }]);
    await this.assets.enterShares(tx, { collectiveId: ownerId, assetId: id }, table);
    return id;
  }
}

/** Whether a keeper's table names the row of an owner's station, or whoever held it by his own tables. */
function isOwnerIn({ rows }: ShareTable, { asset: { ownShareKey }, shareTables }: RegisteredAsset): boolean {
  const held = shareTables.flatMap((table) => table.rows.filter(({ key }) => key === ownShareKey));
  const owners = new Set(held.map(({ owner }) => owner));
  return rows.some(({ key, owner }) => key === ownShareKey || owners.has(owner));
}

function isSameStation(
  own: { readonly kind: string; readonly name: string },
  kept: { readonly name: string },
): boolean {
  return own.kind === 'jointPvStation' && own.name === kept.name;
}
