import { Injectable } from '@nestjs/common';
import type { AssetKind } from '../../domain/assets/asset-classes';
import { CHANGE_KINDS } from '../../domain/assets/asset-life';
import type { TabGroup } from '../../domain/assets/cross-tabs';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
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

/** An event of an asset that stands, up to a day. */
const HAPPENED = `event.happened_on <= ?
  AND NOT EXISTS (SELECT 1 FROM ledger_entries AS reversal
    WHERE reversal.collective_id = event.collective_id AND reversal.reverses_id = event.entry_id)`;

/**
 * What is in the register of some villages on a day: there already, not gone yet, counted here, and no stake
 * of a contribution that was taken back.
 */
const REGISTERED = `asset.kind <> ? AND asset.acquired_on <= ?
  AND NOT EXISTS (SELECT 1 FROM asset_events AS event
    WHERE event.collective_id = asset.collective_id AND event.asset_id = asset.id
      AND event.kind NOT IN (${CHANGE_KINDS.map((kind) => `'${kind}'`).join(', ')}) AND ${HAPPENED})
  AND NOT EXISTS (SELECT 1 FROM asset_departures AS departure
    WHERE departure.collective_id = asset.collective_id AND departure.asset_id = asset.id
      AND departure.left_on <= ? AND NOT EXISTS (SELECT 1 FROM asset_departure_withdrawals AS withdrawal
        WHERE withdrawal.collective_id = departure.collective_id
          AND withdrawal.departure_id = departure.id))
  AND NOT EXISTS (SELECT 1 FROM asset_events AS came JOIN ledger_entries AS reversal
      ON reversal.collective_id = came.collective_id AND reversal.reverses_id = came.entry_id
    WHERE came.collective_id = asset.collective_id AND came.stake_id = asset.id)`;

/** What every part of a cost is made of: the funds an asset was entered with, and those of improvements. */
const PARTS = `SELECT fund.collective_id, fund.asset_id, fund.level, fund.year, fund.amount_fen
    FROM asset_funds AS fund WHERE fund.collective_id IN (:villages)
  UNION ALL
  SELECT event.collective_id, event.asset_id, COALESCE(event.fund_level, 'other'),
    COALESCE(event.fund_year, CAST(SUBSTR(event.happened_on, 1, 4) AS INTEGER)), event.amount_fen
    FROM asset_events AS event
    WHERE event.collective_id IN (:villages) AND event.kind = 'improvement' AND ${HAPPENED}`;

/** The registers of a village or of many, added up by the database: a county's assets are never all read. */
@Injectable()
export class CrossTabsService {
  constructor(private readonly database: Database) {}

  /** @param day the sums are those of the registers on this day */
  async sumsOf(collectiveIds: readonly string[], day: CalendarDay): Promise<RegisterSums> {
    const assets: RegisterSums['assets'][number][] = [];
    const funds: RegisterSums['funds'][number][] = [];
    for (let place = 0; place < collectiveIds.length; place += VILLAGES_TOGETHER) {
      const ids = collectiveIds.slice(place, place + VILLAGES_TOGETHER);
      assets.push(...(await this.assetSums(ids, day)));
      funds.push(...(await this.fundSums(ids, day)));
    }
    return { assets, funds };
  }

  private async assetSums(
    ids: readonly string[],
    day: CalendarDay,
  ): Promise<RegisterSums['assets'][number][]> {
    const rows = await run<AssetSum>(
      this.database.reader,
      `SELECT asset.collective_id, asset.asset_class, asset.title_level, asset.kind, COUNT(*) AS assets,
         CAST(SUM(asset.cost_fen + (
           SELECT COALESCE(SUM(event.amount_fen), 0) FROM asset_events AS event
           WHERE event.collective_id = asset.collective_id AND event.asset_id = asset.id
             AND event.kind = 'improvement' AND ${HAPPENED})) AS TEXT) AS fen
       FROM assets AS asset WHERE asset.collective_id IN (${placesFor(ids)}) AND ${REGISTERED}
       GROUP BY asset.collective_id, asset.asset_class, asset.title_level, asset.kind`,
      [day, ...ids, KEPT, day, day, day],
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

  private async fundSums(ids: readonly string[], day: CalendarDay): Promise<RegisterSums['funds'][number][]> {
    const rows = await run<FundSum>(
      this.database.reader,
      `SELECT part.level, part.year, COUNT(DISTINCT part.asset_id) AS assets,
         CAST(SUM(part.amount_fen) AS TEXT) AS fen
       FROM (${PARTS.replaceAll(':villages', placesFor(ids))}) AS part
       JOIN assets AS asset ON asset.collective_id = part.collective_id AND asset.id = part.asset_id
       WHERE ${REGISTERED}
       GROUP BY part.level, part.year`,
      [...ids, ...ids, day, KEPT, day, day, day],
    );
    return rows.map((row) => ({
      level: row.level,
      year: String(row.year),
      count: Number(row.assets),
      sum: BigInt(row.fen),
    }));
  }
}

function placesFor(ids: readonly string[]): string {
  return ids.map(() => '?').join(', ');
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
