import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { PlacedMovement } from '../../domain/ledger/check-reserves';
import type { Pool, PoolFlow } from '../../domain/ledger/journal-entry';
import type { ReserveMove } from '../../domain/ledger/reserves';
import { run } from './ledger.store';
import { ReserveEntity, ReserveReleaseEntity } from './reserve.entity';

/** A reserve with what was released of it, each in the order of entry. */
export interface ToldReserve extends ReserveEntity {
  readonly releases: readonly ReserveReleaseEntity[];
}

/** Every reserve of a collective, released or not; of one pool where it is named. */
export async function readReserves(
  db: EntityManager,
  collectiveId: string,
  pool?: Pool,
): Promise<ToldReserve[]> {
  const where = { collectiveId, ...(pool === undefined ? {} : { pool }) };
  const rows = await db.find(ReserveEntity, { where, order: { id: 'ASC' } });
  if (rows.length === 0) return [];
  const gone = await db.find(ReserveReleaseEntity, { where: { collectiveId }, order: { id: 'ASC' } });
  return rows.map((row) => {
    return Object.assign(row, { releases: gone.filter(({ reserveId }) => reserveId === row.id) });
  });
}

/** What reserves set aside and released, day by day. */
export function movesOf(reserves: readonly ToldReserve[]): ReserveMove[] {
  return reserves.flatMap(({ id: reserveId, purpose, amount, setOn, releases }) => [
    { reserveId, purpose, day: setOn, amount },
    ...releases.map((each) => ({ reserveId, purpose, day: each.releasedOn, amount: -each.amount })),
  ]);
}

/** What moved the pools, each with the place of its entry in the chain. */
export async function readPlacedMovements(
  db: EntityManager,
  collectiveId: string,
): Promise<PlacedMovement[]> {
  const rows = await run<{
    pool: Pool;
    pool_flow: PoolFlow;
    statement_on: CalendarDay;
    chain_position: number | string;
    amount: string;
  }>(
    db,
    `SELECT l.pool, l.pool_flow, l.statement_on, e.chain_position,
       CAST(SUM(CASE l.side WHEN 'debit' THEN l.amount_fen ELSE -l.amount_fen END) AS TEXT) AS amount
     FROM ledger_lines l JOIN ledger_entries e ON e.collective_id = l.collective_id AND e.id = l.entry_id
     WHERE l.collective_id = ? AND l.pool_flow IS NOT NULL
     GROUP BY l.pool, l.pool_flow, l.statement_on, e.chain_position`,
    [collectiveId],
  );
  return rows.map((row) => ({
    pool: row.pool,
    flow: row.pool_flow,
    statementOn: row.statement_on,
    position: Number(row.chain_position),
    amount: BigInt(row.amount),
  }));
}
