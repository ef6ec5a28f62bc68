import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool, PoolFlow } from '../../domain/ledger/journal-entry';
import type { PoolMovement } from '../../domain/ledger/pool-movements';
import { run } from './ledger.store';

/** Which movements of a pool are asked for: from a day on, of one asset where it is named. */
export interface MovementsAsked {
  readonly pool: Pool;
  readonly from: CalendarDay;
  readonly assetId?: string | undefined;
}

/** Sums of the flows of a pool by statement day; fen, signed in the flow's sense. */
export async function readMovements(
  db: EntityManager,
  collectiveId: string,
  { pool, from, assetId }: MovementsAsked,
): Promise<PoolMovement[]> {
  const ofAsset = assetId === undefined ? [] : [assetId];
  const rows = await run<{ pool_flow: PoolFlow; statement_on: string; amount: string }>(
    db,
    `SELECT pool_flow, statement_on,
       CAST(SUM(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS TEXT) AS amount
     FROM ledger_lines WHERE collective_id = ? AND pool = ? AND pool_flow IS NOT NULL AND statement_on >= ?
       ${ofAsset.length === 0 ? '' : 'AND asset_id = ?'}
     GROUP BY pool_flow, statement_on`,
    [collectiveId, pool, from, ...ofAsset],
  );
  return rows.map(({ pool_flow: flow, statement_on: statementOn, amount }) => ({
    flow,
    statementOn,
    amount: BigInt(amount),
  }));
}
