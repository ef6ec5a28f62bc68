import type { EntityManager } from 'typeorm';
import { run } from './ledger.store';

/** Where an entry stands in the chain, and where the reversal that took it back. */
export interface ChainedAt {
  readonly entryId: string;
  readonly at: number;
  /** Undefined where it stands. */
  readonly goneAt: number | undefined;
}

/** The entries of one source, in the order of the chain: what stood when each of them was booked. */
export async function readChainPlaces(
  db: EntityManager,
  collectiveId: string,
  sourceKind: string,
): Promise<ChainedAt[]> {
  const rows = await run<{ id: string; chain_position: number }>(
    db,
    `SELECT id, chain_position FROM ledger_entries
     WHERE collective_id = ? AND source_kind = ? AND reverses_id IS NULL ORDER BY chain_position`,
    [collectiveId, sourceKind],
  );
  const reversals = await run<{ reverses_id: string; chain_position: number }>(
    db,
    `SELECT reverses_id, chain_position FROM ledger_entries
     WHERE collective_id = ? AND reverses_id IS NOT NULL`,
    [collectiveId],
  );
  const gone = new Map(reversals.map((row) => [row.reverses_id, row.chain_position]));
  return rows.map(({ id, chain_position: at }) => ({ entryId: id, at, goneAt: gone.get(id) }));
}
