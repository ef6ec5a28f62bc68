import type { EntityManager } from 'typeorm';
import type { Fen } from '../../domain/money/fen';
import { run } from '../../platform/database/statements';

/** What moved the deposit of the contract whose deposit an entry brought; nothing where it brought none. */
export async function readDepositMoves(
  tx: EntityManager,
  collectiveId: string,
  entryId: string,
): Promise<{ amount: Fen; entryId: string }[]> {
  const rows = await run<{ amount_fen: string; entry_id: string }>(
    tx,
    `SELECT CAST(d.amount_fen AS TEXT) AS amount_fen, d.entry_id FROM lease_deposits d
     WHERE d.collective_id = ? AND d.lease_id IN (SELECT o.lease_id FROM lease_deposits o
       WHERE o.collective_id = d.collective_id AND o.entry_id = ? AND o.amount_fen > 0)`,
    [collectiveId, entryId],
  );
  return rows.map((row) => ({ amount: BigInt(row.amount_fen), entryId: row.entry_id }));
}
