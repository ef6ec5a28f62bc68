import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssetMark } from '../../domain/assets/asset-mark';
import { type Colour, type KeptQuarter, quarterText } from '../../domain/assets/asset-quarter';
import type { Quarter } from '../../domain/calendar/quarter';
import type { RoleName } from '../../platform/http/actor';
import { insertRecorded } from '../../platform/audit/records';
import { Database } from '../../platform/database/database';
import { sha256 } from '../../platform/digests/sha256';
import { UsersService } from '../users/users.service';
import { AssetMarkEntity, AssetQuarterEntity, AssetQuarterLineEntity } from './asset-mark.entity';

/** One asset of a kept quarter. */
export type QuarterLine = Pick<AssetQuarterLineEntity, 'assetId' | 'name' | 'colour' | 'six'>;

/** A quarter as it was kept. */
export interface KeptQuarterLines extends KeptQuarter {
  readonly digest: string;
  readonly lines: readonly QuarterLine[];
}

/** A mark with who noted it. */
export type KeptMark = AssetMark & Pick<AssetMarkEntity, 'enteredBy'>;

/** The colour an asset was last given, and for which quarter. */
export interface LastColour {
  readonly quarter: Quarter;
  readonly colour: Colour;
}

/** What the office marked of assets, and how quarters stood when they were kept. */
@Injectable()
export class AssetMarksService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
  ) {}

  /** Whether somebody keeps the books of a village, under any account, and so may not mark its assets. */
  async keepsBooks(tx: EntityManager, collectiveId: string, userId: string): Promise<boolean> {
    const holds = (role: RoleName): Promise<boolean> =>
      this.users.isAnywise(userId, { role, collectiveId }, tx);
    return (await holds('accountant')) || (await holds('bookkeeper'));
  }

  /** Every mark of a village by the asset's id, of each asset in the order in which they were made. */
  async listMarks(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<ReadonlyMap<string, readonly KeptMark[]>> {
    const order = { assetId: 'ASC', number: 'ASC' } as const;
    const rows = await db.find(AssetMarkEntity, { where: { collectiveId }, order });
    const found = new Map<string, KeptMark[]>();
    for (const row of rows) found.set(row.assetId, [...(found.get(row.assetId) ?? []), row]);
    return found;
  }

  /** Keeps a mark that was read, after those that are there. */
  async keepMark(
    tx: EntityManager,
    at: { readonly collectiveId: string; readonly assetId: string },
    made: { readonly mark: Omit<AssetMark, 'number'>; readonly by: string; readonly at: string },
  ): Promise<number> {
    const number = (await tx.countBy(AssetMarkEntity, at)) + 1;
    const entered = { enteredBy: made.by, enteredAt: made.at };
    await insertRecorded(tx, AssetMarkEntity, { ...at, number, ...made.mark, ...entered });
    return number;
  }

  /** Keeps how a quarter stood. */
  async keepQuarter(
    tx: EntityManager,
    collectiveId: string,
    { head, lines }: { readonly head: KeptQuarter; readonly lines: readonly QuarterLine[] },
  ): Promise<void> {
    const digest = sha256(quarterText(head, lines));
    await insertRecorded(tx, AssetQuarterEntity, { collectiveId, ...head, digest });
    await insertRecorded(
      tx,
      AssetQuarterLineEntity,
      lines.map((line, place) => ({ collectiveId, quarterId: head.id, line: place + 1, ...line })),
    );
  }

  /** The last that was kept of a quarter; undefined while nobody kept it. */
  async findQuarter(
    collectiveId: string,
    quarter: Quarter,
    db: EntityManager = this.database.reader,
  ): Promise<KeptQuarterLines | undefined> {
    const [head] = await this.listQuarters(collectiveId, quarter, db);
    if (head === undefined) return undefined;
    const { id, asOf, bounds, recordedBy, recordedAt, digest } = head;
    const lines = await this.linesOf(head, db);
    return { id, quarter, asOf, bounds, recordedBy, recordedAt, digest, lines };
  }

  /** Everything that was kept of a quarter, or of all, the latest first. */
  listQuarters(
    collectiveId: string,
    quarter?: Quarter,
    db: EntityManager = this.database.reader,
  ): Promise<AssetQuarterEntity[]> {
    const where = quarter === undefined ? { collectiveId } : { collectiveId, quarter };
    return db.find(AssetQuarterEntity, { where, order: { quarter: 'DESC', id: 'DESC' } });
  }

  /** The colour of each asset in the latest quarter that was kept. */
  async lastColours(collectiveId: string): Promise<ReadonlyMap<string, LastColour>> {
    const db = this.database.reader;
    const [head] = await this.listQuarters(collectiveId, undefined, db);
    if (head === undefined) return new Map();
    const lines = await this.linesOf(head, db);
    return new Map(lines.map(({ assetId, colour }) => [assetId, { quarter: head.quarter, colour }]));
  }

  private linesOf(
    { collectiveId, id }: AssetQuarterEntity,
    db: EntityManager,
  ): Promise<AssetQuarterLineEntity[]> {
    const where = { collectiveId, quarterId: id };
    return db.find(AssetQuarterLineEntity, { where, order: { line: 'ASC' } });
  }
}
