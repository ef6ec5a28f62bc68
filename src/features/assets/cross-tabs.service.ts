import { Injectable } from '@nestjs/common';
import type { AssetKind } from '../../domain/assets/asset-classes';
import type { TabGroup } from '../../domain/assets/cross-tabs';
import { Database } from '../../platform/database/database';
import { run } from '../../platform/database/statements';

/** The registers of some villages, added up. */
export interface RegisterSums {
  /** By village, class, title level and kind. */
  readonly assets: readonly TabGroup<'collectiveId' | 'assetClass' | 'titleLevel' | 'kind'>[];
  /** By fund level and year; an asset counts at each level and year that paid for it. */
  readonly funds: readonly TabGroup<'level' | 'year'>[];
}

/** So many villages are asked about in one question. */
const VILLAGES_TOGETHER = 100;

/** A station kept for its owners: its cost and its funds stand in their registers, not in the keeper's. */
const KEPT: AssetKind = 'keptPvStation';

/** The registers of a village or of many, added up by the database: a county's assets are never all read. */
@Injectable()
export class CrossTabsService {
  constructor(private readonly database: Database) {}

  async sumsOf(collectiveIds: readonly string[]): Promise<RegisterSums> {
    const assets: RegisterSums['assets'][number][] = [];
    const funds: RegisterSums['funds'][number][] = [];
    for (let place = 0; place < collectiveIds.length; place += VILLAGES_TOGETHER) {
      const ids = collectiveIds.slice(place, place + VILLAGES_TOGETHER);
      assets.push(...(await this.assetSums(ids)));
      funds.push(...(await this.fundSums(ids)));
    }
    return { assets, funds };
  }

  private async assetSums(ids: readonly string[]): Promise<RegisterSums['assets'][number][]> {
    const rows = await run<AssetSum>(
      this.database.reader,
      `SELECT collective_id, asset_class, title_level, kind, COUNT(*) AS assets,
         CAST(SUM(cost_fen) AS TEXT) AS fen
       FROM assets WHERE collective_id IN (${ids.map(() => '?').join(', ')}) AND kind <> ?
       GROUP BY collective_id, asset_class, title_level, kind`,
      [...ids, KEPT],
    );
    return rows.map((row) => ({
      collectiveId: row.collective_id,
      assetClass: row.asset_class,
      titleLevel: row.title_level,
      kind: row.kind,
      count: Number(row.assets),
      sum: BigInt(row.fen),
    }));
  }

  private async fundSums(ids: readonly string[]): Promise<RegisterSums['funds'][number][]> {
    const rows = await run<FundSum>(
      this.database.reader,
      `SELECT level, year, COUNT(DISTINCT asset_id) AS assets, CAST(SUM(amount_fen) AS TEXT) AS fen
       FROM asset_funds WHERE collective_id IN (${ids.map(() => '?').join(', ')})
         AND NOT EXISTS (SELECT 1 FROM assets WHERE assets.collective_id = asset_funds.collective_id
           AND assets.id = asset_funds.asset_id AND assets.kind = ?)
       GROUP BY level, year`,
      [...ids, KEPT],
    );
    return rows.map((row) => ({
      level: row.level,
      year: String(row.year),
      count: Number(row.assets),
      sum: BigInt(row.fen),
    }));
  }
}

interface AssetSum {
  readonly collective_id: string;
  readonly asset_class: string;
  readonly title_level: string;
  readonly kind: string;
  /** A text on PostgreSQL. */
  readonly assets: number | string;
  readonly fen: string;
}

interface FundSum {
  readonly level: string;
  readonly year: number;
  readonly assets: number | string;
  readonly fen: string;
}
