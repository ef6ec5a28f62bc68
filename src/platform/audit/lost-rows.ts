import type { EntityManager } from 'typeorm';
import { TAKEN_AWAY } from '../../domain/ledger/record-chain';
import { REGISTERS_ON_RECORD } from '../database/migrations/lost-rows.migrations';
import { run } from '../database/statements';

/** How many rows of a register are on record and gone. */
export interface LostRows {
  readonly table: 'assets' | 'leases' | 'deduction_contracts';
  readonly count: number;
}

const REGISTERS = ['assets', 'leases', 'deduction_contracts'] as const;

/**
 * The rows of the registers other rows point to that are on record and no longer there: removed by hand, for
 * the program itself removes none. What they were and who hung on them, the check tells.
 */
export async function readLostRows(db: EntityManager, collectiveId: string): Promise<LostRows[]> {
  const recorded = await run<{ table_name: string; row_key: string; digest: string }>(
    db,
    `SELECT table_name, row_key, digest FROM row_records
     WHERE collective_id = ? AND ${REGISTERS_ON_RECORD} ORDER BY position`,
    [collectiveId],
  );
  const there = await run<{ id: string }>(
    db,
    REGISTERS.map((table) => `SELECT id FROM ${table} WHERE collective_id = ?`).join(' UNION ALL '),
    REGISTERS.map(() => collectiveId),
  );
  const ids = new Set(there.map(({ id }) => JSON.stringify([id])));
  return REGISTERS.flatMap((table) => {
    const own = recorded.filter((each) => each.table_name === table);
    const last = new Map(own.map(({ row_key: key, digest }) => [key, digest]));
    const gone = [...last].filter(([key, digest]) => digest !== TAKEN_AWAY && !ids.has(key));
    return gone.length === 0 ? [] : [{ table, count: gone.length }];
  });
}
