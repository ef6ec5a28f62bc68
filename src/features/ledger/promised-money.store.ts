import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { Pool, PoolFlow } from '../../domain/ledger/journal-entry';
import type { PromisedLine, PromisedPool } from '../../domain/ledger/promised-money';
import { lessReleased } from '../../domain/ledger/promise-releases';
import { readPromiseReleases } from './promise-releases.store';
import { PromisedMoneyEntity } from './promised-money.entity';
import { run } from './ledger.store';
import { insertRecorded } from '../../platform/audit/records';
import { movesOf, readReserves } from './reserves.store';

/** Keeps what the lines of a plan that was just approved promise. */
export async function insertPromises(
  tx: EntityManager,
  collectiveId: string,
  lines: readonly PromisedLine[],
): Promise<void> {
  const rows = lines.map(({ from: periodFrom, to: periodTo, ...line }) => {
    return { collectiveId, periodFrom, periodTo, ...line };
  });
  if (rows.length > 0) await insertRecorded(tx, PromisedMoneyEntity, rows);
}

/** Every promise of a collective; of one pool where it is named. */
export async function readPromises(
  db: EntityManager,
  collectiveId: string,
  pool?: Pool,
): Promise<PromisedLine[]> {
  const where = { collectiveId, ...(pool === undefined ? {} : { pool }) };
  const rows = await db.find(PromisedMoneyEntity, { where, order: { planId: 'ASC', planLineId: 'ASC' } });
  return rows.map(({ planId, planLineId, pool: of, periodFrom: from, periodTo: to, promisedOn, amount }) => {
    return { planId, planLineId, pool: of, from, to, promisedOn, amount };
  });
}

/** What plans promise of a pool, and what was released of it again. */
async function readOpenPromises(
  db: EntityManager,
  collectiveId: string,
  pool: Pool,
): Promise<PromisedLine[]> {
  const promises = await readPromises(db, collectiveId, pool);
  return promises.length === 0 ? [] : lessReleased(promises, await readPromiseReleases(db, collectiveId));
}

/** The pools among these of which something is promised or set aside, with what moved them. */
export async function readPromised(
  db: EntityManager,
  collectiveId: string,
  pools: readonly Pool[],
): Promise<PromisedPool[]> {
  const spokenFor: PromisedPool[] = [];
  for (const pool of pools) {
    const promises = await readOpenPromises(db, collectiveId, pool);
    const reserves = movesOf(await readReserves(db, collectiveId, pool));
    if (promises.length + reserves.length === 0) continue;
    spokenFor.push({ pool, promises, reserves, movements: await readMovements(db, collectiveId, pool) });
  }
  return spokenFor;
}

/** The pools among these of which something is set aside, with what moved them. */
export async function readReserved(
  db: EntityManager,
  collectiveId: string,
  pools: readonly Pool[],
): Promise<PromisedPool[]> {
  const kept: PromisedPool[] = [];
  for (const pool of pools) {
    const reserves = movesOf(await readReserves(db, collectiveId, pool));
    if (reserves.length === 0) continue;
    kept.push({ pool, promises: [], reserves, movements: await readMovements(db, collectiveId, pool) });
  }
  return kept;
}

/** A pool with what is promised and set aside of it, if anything is, and what moved it. */
export async function readPool(db: EntityManager, collectiveId: string, pool: Pool): Promise<PromisedPool> {
  return {
    pool,
    promises: await readOpenPromises(db, collectiveId, pool),
    reserves: movesOf(await readReserves(db, collectiveId, pool)),
    movements: await readMovements(db, collectiveId, pool),
  };
}

async function readMovements(
  db: EntityManager,
  collectiveId: string,
  pool: Pool,
): Promise<PromisedPool['movements']> {
  const rows = await run<{
    pool_flow: PoolFlow;
    statement_on: CalendarDay;
    plan_line_id: string | null;
    amount: string;
  }>(
    db,
    `SELECT pool_flow, statement_on, plan_line_id,
       CAST(SUM(CASE side WHEN 'debit' THEN amount_fen ELSE -amount_fen END) AS TEXT) AS amount
     FROM ledger_lines WHERE collective_id = ? AND pool = ? AND pool_flow IS NOT NULL
     GROUP BY pool_flow, statement_on, plan_line_id`,
    [collectiveId, pool],
  );
  return rows.map((row) => ({
    flow: row.pool_flow,
    statementOn: row.statement_on,
    planLineId: row.plan_line_id ?? undefined,
    amount: BigInt(row.amount),
  }));
}
