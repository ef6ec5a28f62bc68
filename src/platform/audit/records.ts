import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { type ChainedRecord, type RawRow, TAKEN_AWAY } from '../../domain/ledger/record-chain';
import { invariant } from '../../domain/shared/invariant';
import { everyTable } from '../database/migrations/every-table';
import { run } from '../database/statements';
import { appendRecords, type RecordedTable, readRows, type RowState, stateOf } from './record-rows';

/** The tables whose rows are facts without a voucher of their own: each row is put on record. */
export const recordedTables: readonly RecordedTable[] = everyTable.filter((each) => each.recorded === true);

/**
 * Inserts rows of a table on record, and puts on record what each says, in the same transaction: nobody can
 * change, remove or add one afterwards unseen. The table's definition says `recorded: true`.
 */
export async function insertRecorded<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  given: QueryDeepPartialEntity<Row> | QueryDeepPartialEntity<Row>[],
): Promise<void> {
  const rows = Array.isArray(given) ? given : [given];
  if (rows.length === 0) return;
  await tx.insert(entity, rows);
  const metadata = tx.dataSource.getMetadata(entity);
  const table = recordedTableOf(metadata);
  const keys = rows.map((row) => keyOf(metadata, table, row));
  const states: RowState[] = [];
  for (let from = 0; from < keys.length; from += IN_ONE)
    for (const row of await readByKey(tx, table, keys.slice(from, from + IN_ONE)))
      states.push(stateOf(table, row));
  invariant(states.length === rows.length, 'every row that is inserted is put on record');
  await appendRecords(tx, collectiveOf(keys[0]), states);
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
  const now = rows.map((row) => stateOf(table, row)).filter(isOwn);
  const before = await readLatest(tx, collectiveId, table.name);
  const there = new Set(now.map((each) => each.key));
  const gone = [...before].filter(
    ([each, digest]) => isOwn({ key: each }) && !there.has(each) && digest !== TAKEN_AWAY,
  );
  await appendRecords(tx, collectiveId, [
    ...now.filter((each) => before.get(each.key) !== each.digest),
    ...gone.map(([each]) => ({ table: table.name, key: each, digest: TAKEN_AWAY })),
  ]);
}

/** All records of a collective, by position. */
export async function readRecords(db: EntityManager, collectiveId: string): Promise<ChainedRecord[]> {
  const rows = await run<RecordColumns>(
    db,
    `SELECT position, table_name, row_key, digest, previous_hash, hash FROM row_records
     WHERE collective_id = ? ORDER BY position`,
    [collectiveId],
  );
  return rows.map(({ position, table_name: table, row_key: key, digest, previous_hash, hash }) => {
    return { collectiveId, position, table, key, digest, previousHash: previous_hash, hash };
  });
}

interface RecordColumns {
  readonly position: number;
  readonly table_name: string;
  readonly row_key: string;
  readonly digest: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** The digest that stands last for each row of a table. */
async function readLatest(
  tx: EntityManager,
  collectiveId: string,
  table: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await run<{ row_key: string; digest: string }>(
    tx,
    `SELECT row_key, digest FROM row_records WHERE collective_id = ? AND table_name = ? ORDER BY position`,
    [collectiveId, table],
  );
  return new Map(rows.map(({ row_key: key, digest }) => [key, digest]));
}

/** So many rows are read back with one question. */
const IN_ONE = 50;

function readByKey(
  tx: EntityManager,
  table: RecordedTable,
  keys: readonly (readonly unknown[])[],
): Promise<RawRow[]> {
  const own = table.primaryKey.map((column) => `${column} = ?`).join(' AND ');
  const sql = `SELECT * FROM ${table.name} WHERE ${keys.map(() => `(${own})`).join(' OR ')}`;
  return run<RawRow>(tx, `${sql} ORDER BY ${table.primaryKey.join(', ')}`, keys.flat());
}

function recordedTableOf({ tableName }: EntityMetadata): RecordedTable {
  const table = recordedTables.find(({ name }) => name === tableName);
  invariant(table !== undefined, `${tableName}: say recorded: true in its definition`);
  return table;
}

/** The parts of a row's key, the collective first, as the table's definition has them. */
function keyOf({ columns }: EntityMetadata, table: RecordedTable, row: ObjectLiteral): unknown[] {
  return table.primaryKey.map((name) => {
    const value: unknown = columns.find(({ databaseName }) => databaseName === name)?.getEntityValue(row);
    return value;
  });
}

function collectiveOf(key: readonly unknown[] | undefined): string {
  const [collectiveId] = key ?? [];
  invariant(typeof collectiveId === 'string', 'a row on record belongs to a collective');
  return collectiveId;
}
