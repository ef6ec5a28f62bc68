import type { EntityManager } from 'typeorm';
import type { FileOwner, FileOwnerKind } from '../../domain/assets/kept-file';
import { run } from '../../platform/database/statements';

/** How an owner is called, and the id of the page it stands on. */
export interface FoundOwner {
  readonly name: string;
  readonly on: string;
}

/** The table of each owner: which column names it, which holds the id of its page. */
const TABLES: Readonly<Record<FileOwnerKind, { table: string; name: string; on: string }>> = {
  asset: { table: 'assets', name: 'name', on: 'id' },
  lease: { table: 'leases', name: 'number', on: 'id' },
  contract: { table: 'deduction_contracts', name: 'name', on: 'id' },
  projectAct: { table: 'construction_events', name: 'act', on: 'project_id' },
  assetEvent: { table: 'asset_events', name: 'kind', on: 'asset_id' },
  handover: { table: 'handovers', name: 'post', on: 'id' },
  stocktaking: { table: 'stocktakings', name: 'counted_on', on: 'id' },
  plan: { table: 'plans', name: 'period_to', on: 'id' },
  yearPlan: { table: 'year_plans', name: 'year', on: 'id' },
  dividend: { table: 'dividend_rounds', name: 'round_number', on: 'id' },
  notice: { table: 'notices', name: 'number', on: 'plan_id' },
  voucher: { table: 'ledger_entries', name: 'voucher_number', on: 'id' },
};

/** The owner, where it is there. */
export async function findFileOwner(db: EntityManager, owner: FileOwner): Promise<FoundOwner | undefined> {
  const { table, name, on } = TABLES[owner.ownerKind];
  const [found] = await run<{ owner_name: string; on_page: string }>(
    db,
    `SELECT CAST(${name} AS TEXT) AS owner_name, ${on} AS on_page FROM ${table}
     WHERE collective_id = ? AND id = ?`,
    [owner.collectiveId, owner.ownerId],
  );
  return found === undefined ? undefined : { name: found.owner_name, on: found.on_page };
}

/** How many files stand with each of these owners of one kind; none is not named. */
export async function countFiles(
  db: EntityManager,
  { collectiveId, ownerKind }: Omit<FileOwner, 'ownerId'>,
  ownerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ownerIds.length === 0) return new Map();
  const rows = await run<{ owner_id: string; files: string }>(
    db,
    `SELECT f.owner_id, CAST(COUNT(*) AS TEXT) AS files FROM kept_files f
     WHERE f.collective_id = ? AND f.owner_kind = ? AND f.owner_id IN (${ownerIds.map(() => '?').join(', ')})
       AND NOT EXISTS (SELECT 1 FROM file_withdrawals w
         WHERE w.collective_id = f.collective_id AND w.file_id = f.id)
     GROUP BY f.owner_id`,
    [collectiveId, ownerKind, ...ownerIds],
  );
  return new Map(rows.map((row) => [row.owner_id, Number(row.files)]));
}

/** The ids of every owner of a kind in a village. */
export async function listFileOwnerIds(
  db: EntityManager,
  collectiveId: string,
  kind: FileOwnerKind,
): Promise<ReadonlySet<string>> {
  const sql = `SELECT id FROM ${TABLES[kind].table} WHERE collective_id = ?`;
  return new Set((await run<{ id: string }>(db, sql, [collectiveId])).map(({ id }) => id));
}
