import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { type ChainedRecord, TAKEN_AWAY } from '../../domain/ledger/record-chain';
import { invariant } from '../../domain/shared/invariant';
import { everyTable } from '../database/migrations/every-table';
import { insertRows } from '../database/insert-rows';
import { run } from '../database/statements';
import {
  appendRecords,
  digestOf,
  keyOfRow,
  ownerColumn,
  putOnRecord,
  type RecordedTable,
  readRows,
  stateOf,
} from './record-rows';

/** The tables whose rows no chain of vouchers proves wholly: each row is put on record. */
export const recordedTables: readonly RecordedTable[] = everyTable.filter(
  ({ recorded = false }) => recorded !== false,
);

/**
 * Inserts rows of a table on record, and puts on record what each says, in the same transaction: nobody can
 * change, remove or add one afterwards unseen. The table's definition says `recorded`.
 */
export async function insertRecorded<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  given: QueryDeepPartialEntity<Row> | QueryDeepPartialEntity<Row>[],
): Promise<void> {
  const rows = Array.isArray(given) ? given : [given];
  if (rows.length === 0) return;
  await insertRows(tx, entity, rows);
  await putRowsOnRecord(tx, tx.dataSource.getMetadata(entity), rows);
}

/**
 * Puts on record what one row says after the program changed it: a plan that was approved, a name mended.
 * @param key its whole key
 */
export async function recordChange<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  key: Partial<Row>,
): Promise<void> {
  await putRowsOnRecord(tx, tx.dataSource.getMetadata(entity), [key]);
}

/** The same of several rows of one table. @param keys the whole key of each */
export async function recordChanges<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  keys: readonly Partial<Row>[],
): Promise<void> {
  if (keys.length > 0) await putRowsOnRecord(tx, tx.dataSource.getMetadata(entity), keys);
}

/**
 * Whether one row still says what was put on record of it last; not where none of it was, or it is gone.
 * @param key its whole key
 */
export async function isAsRecorded<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  key: Partial<Row>,
): Promise<boolean> {
  const metadata = tx.dataSource.getMetadata(entity);
  const table = recordedTableOf(metadata);
  const parts = keyOf(metadata, table, key);
  const rows = await readRows(tx, table, collectiveOf(parts));
  const name = JSON.stringify(parts.slice(1).map(String));
  const row = rows.find((each) => keyOfRow(table, each) === name);
  const last = (await readLatest(tx, collectiveOf(parts), table.name)).get(name);
  return row !== undefined && last !== undefined && last.digest === digestOf(table, row, last.salt);
}

/** Puts on record rows that were written as SQL. @param keys what their primary keys say, in their order */
export async function recordRows(
  tx: EntityManager,
  tableName: string,
  written: { readonly collectiveId: string; readonly keys: readonly (readonly unknown[])[] },
): Promise<void> {
  await putOnRecord(tx, recordedTableOf({ tableName }), written);
}

async function putRowsOnRecord(
  tx: EntityManager,
  metadata: EntityMetadata,
  rows: readonly ObjectLiteral[],
): Promise<void> {
  const table = recordedTableOf(metadata);
  const owners = new Set(rows.map((row) => valueOf(metadata, ownerColumn(table), row)));
  const [collectiveId] = owners;
  invariant(
    typeof collectiveId === 'string' && owners.size === 1,
    'rows are put on record of one collective',
  );
  await putOnRecord(tx, table, { collectiveId, keys: rows.map((row) => keyOf(metadata, table, row)) });
}

/**
 * Puts on record what rows say after the program changed, replaced or removed them.
 * @param key the collective and the first parts of the rows' key: `{ collectiveId, assetId }`
 */
export async function recordAnew<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  key: Partial<Row>,
): Promise<void> {
  const metadata = tx.dataSource.getMetadata(entity);
  const table = recordedTableOf(metadata);
  const parts = keyOf(metadata, table, key).filter((part) => part !== undefined);
  const collectiveId = collectiveOf(parts);
  const start = JSON.stringify(parts.slice(1).map(String)).slice(0, -1);
  const isOwn = (each: { readonly key: string }): boolean =>
    each.key === `${start}]` || each.key.startsWith(`${start},`);
  const rows = await readRows(tx, table, collectiveId);
  const now = rows.map((row) => ({ key: keyOfRow(table, row), row })).filter(isOwn);
  const before = await readLatest(tx, collectiveId, table.name);
  const there = new Set(now.map((each) => each.key));
  const gone = [...before].filter(
    ([each, { digest }]) => isOwn({ key: each }) && !there.has(each) && digest !== TAKEN_AWAY,
  );
  const isNew = ({ key, row }: (typeof now)[number]): boolean => {
    const last = before.get(key);
    return last === undefined || last.digest !== digestOf(table, row, last.salt);
  };
  await appendRecords(tx, collectiveId, [
    ...now.filter(isNew).map(({ row }) => stateOf(table, row)),
    ...gone.map(([each]) => ({ table: table.name, key: each, digest: TAKEN_AWAY, salt: '' })),
  ]);
}

/** All records of a collective, by position. */
export async function readRecords(db: EntityManager, collectiveId: string): Promise<ChainedRecord[]> {
  const rows = await run<RecordColumns>(
    db,
    `SELECT position, table_name, row_key, digest, previous_hash, hash, salt FROM row_records
     WHERE collective_id = ? ORDER BY position`,
    [collectiveId],
  );
  return rows.map(({ table_name: table, row_key: key, previous_hash: previousHash, ...rest }) => {
    return { collectiveId, table, key, previousHash, ...rest };
  });
}

interface RecordColumns {
  readonly position: number;
  readonly table_name: string;
  readonly row_key: string;
  readonly digest: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly salt: string;
}

/** The record that stands last for each row of a table. */
async function readLatest(
  tx: EntityManager,
  collectiveId: string,
  table: string,
): Promise<ReadonlyMap<string, { readonly digest: string; readonly salt: string }>> {
  const rows = await run<{ row_key: string; digest: string; salt: string }>(
    tx,
    `SELECT row_key, digest, salt FROM row_records
     WHERE collective_id = ? AND table_name = ? ORDER BY position`,
    [collectiveId, table],
  );
  return new Map(rows.map(({ row_key: key, digest, salt }) => [key, { digest, salt }]));
}

function recordedTableOf({ tableName }: { readonly tableName: string }): RecordedTable {
  const table = recordedTables.find(({ name }) => name === tableName);
  invariant(table !== undefined, `${tableName}: say recorded in its definition`);
  return table;
}

/** The parts of a row's key, in the order of the table's definition. */
function keyOf(metadata: EntityMetadata, table: RecordedTable, row: ObjectLiteral): unknown[] {
  return table.primaryKey.map((name) => valueOf(metadata, name, row));
}

function valueOf({ columns }: EntityMetadata, name: string, row: ObjectLiteral): unknown {
  const value: unknown = columns.find(({ databaseName }) => databaseName === name)?.getEntityValue(row);
  return value;
}

function collectiveOf(key: readonly unknown[] | undefined): string {
  const [collectiveId] = key ?? [];
  invariant(typeof collectiveId === 'string', 'a row on record belongs to a collective');
  return collectiveId;
}
