import type { EntityManager } from 'typeorm';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';

/** What of an asset is asked for. */
export interface HeldAs {
  readonly column: 'kind' | 'asset_class';
  readonly value: string;
}

/** Which of many villages ever had an asset of a kind or of a class: only those need be looked at. */
export async function readHolders(
  db: EntityManager,
  ids: readonly string[],
  of: HeldAs,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const group of inGroups(ids)) {
    const rows = await run<{ collective_id: string }>(
      db,
      `SELECT DISTINCT collective_id FROM assets
       WHERE collective_id IN (${placeholders(group)}) AND ${of.column} = ?`,
      [...group, of.value],
    );
    for (const row of rows) found.add(row.collective_id);
  }
  return found;
}
