import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ShareTable } from '../../domain/collectives/share-table';
import {
  type ChangedPart,
  changedParts,
  type SplitBill,
  splitsOtherwise,
} from '../../domain/deductions/touched-bills';
import { type Fen, sumFen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { AssetsService } from '../assets/assets.service';
import { JointReadService } from '../income/joint-read.service';
import { readShares, readTableCosts } from './kept-cost-shares.store';
import { type KeptCost, KeptCostsService } from './kept-costs.service';

/** A keeper's bill that a later share table would split otherwise. */
export interface TouchedBill extends KeptCost {
  readonly changed: readonly ChangedPart[];
}

/** A station's share tables, with the one that is to come among them. */
export interface StationTables {
  readonly assetId: string;
  readonly tables: readonly ShareTable[];
}

/** What a share table that is entered later means for the bills that its keeper has paid. */
@Injectable()
export class TouchedBillsService {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsService,
    private readonly joint: JointReadService,
    private readonly kept: KeptCostsService,
  ) {}

  /** A keeper's costs that stand, and which of them their stations' tables would split otherwise now. */
  async listCosts(keeperId: string): Promise<{ costs: KeptCost[]; touched: TouchedBill[] }> {
    const costs = await this.kept.listCosts(keeperId);
    const touched: TouchedBill[] = [];
    for (const { asset, shareTables: tables } of await this.assets.listAssets(keeperId)) {
      if (asset.kind !== 'keptPvStation') continue;
      const of = { assetId: asset.id, tables };
      touched.push(...(await this.heldAgainst(this.database.reader, keeperId, { ...of, costs })));
    }
    return { costs, touched };
  }

  /** The bills of a station that its tables would split otherwise. */
  async listTouched(
    keeperId: string,
    station: StationTables,
    db: EntityManager = this.database.reader,
  ): Promise<TouchedBill[]> {
    return this.heldAgainst(db, keeperId, { ...station, costs: await this.kept.listCosts(keeperId, db) });
  }

  /** The costs of a station that its table of a first day split, and that have not come back whole. */
  async listBilledBy(
    db: EntityManager,
    keeperId: string,
    by: { readonly assetId: string; readonly tableFrom: CalendarDay },
  ): Promise<KeptCost[]> {
    const costs = (await this.kept.listCosts(keeperId, db)).filter(
      ({ cost, tables }) => cost.assetId === by.assetId && tables.includes(by.tableFrom),
    );
    const refunded = await this.kept.listRefunded(db, keeperId);
    return costs.filter((each) => each.cost.amount > 0n && leftOf(each, costs, refunded).left > 0n);
  }

  private async heldAgainst(
    db: EntityManager,
    keeperId: string,
    { assetId, tables, costs }: StationTables & { readonly costs: readonly KeptCost[] },
  ): Promise<TouchedBill[]> {
    const own = costs.filter(({ cost }) => cost.assetId === assetId);
    if (tables.length < 2 || own.length === 0) return [];
    const refunded = await this.kept.listRefunded(db, keeperId);
    const shares = await readShares(
      db,
      keeperId,
      own.map(({ cost }) => cost.id),
    );
    const owed = await this.joint.listOwed(keeperId, db);
    const ids = await this.joint.listOwnerIds(keeperId, db);
    const touched: TouchedBill[] = [];
    for (const each of own.filter(({ cost }) => cost.amount > 0n)) {
      const { cost, served } = each;
      const { left, parts, refunds } = leftOf(each, own, refunded);
      const kept = shares.get(cost.id) ?? [{ tableFrom: cost.shareTableFrom, amount: cost.amount }];
      const bill: SplitBill = { left, paidOn: cost.paidOn, served, shares: kept, parts };
      if (!splitsOtherwise(bill, tables)) continue;
      const others = own.filter((other) => other !== each && !refunds.includes(other));
      const back = new Map(owed.map(({ owner, owed: amount }) => [owner, amount]));
      for (const { owner, amount } of parts) back.set(owner, (back.get(owner) ?? 0n) + amount);
      const before = await readTableCosts(
        db,
        keeperId,
        others.map((other) => other.cost),
      );
      const changed = changedParts(bill, before, { tables, owed: back, ids });
      if (changed.length > 0) touched.push({ ...each, changed });
    }
    return touched;
  }
}

/** What of a cost was not got back, and what each bears of it. */
function leftOf(
  { cost, parts }: KeptCost,
  all: readonly KeptCost[],
  refunded: ReadonlyMap<string, string>,
): { left: Fen; parts: { owner: string; amount: Fen }[]; refunds: KeptCost[] } {
  const refunds = all.filter((each) => refunded.get(each.cost.entryId) === cost.id);
  const left = sumFen([cost.amount, ...refunds.map((each) => each.cost.amount)]);
  const back = refunds.flatMap((each) => each.parts);
  return {
    ...{ left, refunds },
    parts: parts.map(({ owner, amount }) => {
      const got = back.filter((part) => part.owner === owner).map((part) => part.amount);
      return { owner, amount: sumFen([amount, ...got]) };
    }),
  };
}
