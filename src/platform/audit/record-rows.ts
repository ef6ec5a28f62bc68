import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  canonicalRow,
  type ChainedRecord,
  chainRecords,
  type KeptRecord,
  type RawRow,
  RECORDS_START,
  type RecordsEnd,
  rowKey,
  TAKEN_UP,
} from '../../domain/ledger/record-chain';
import { run, runAhead, type Statement } from '../database/statements';

/** A table whose rows are put on record, and what names a row in it. */
export interface RecordedTable {
  readonly name: string;
  readonly primaryKey: readonly string[];
}

/** What a row of a table says now, not yet linked. */
export type RowState = Pick<KeptRecord, 'table' | 'key' | 'digest'>;

/** A row as it stands now, to be put on record or held against what is. */
export function stateOf(table: RecordedTable, row: RawRow): RowState {
  const key = rowKey(row, table.primaryKey.slice(1));
  return { table: table.name, key, digest: sha256(canonicalRow(table.name, row, sha256)) };
}

/** Links states of rows to the collective's chain of records, in their order, and moves its end. */
export async function appendRecords(
  tx: EntityManager,
  collectiveId: string,
  states: readonly RowState[],
): Promise<void> {
  if (states.length === 0) return;
  const end = await readRecordsEnd(tx, collectiveId);
  const records = chainRecords(
    end,
    states.map((state) => ({ collectiveId, ...state })),
    sha256,
  );
  await runAhead(tx, [...insertsOf(records).map((each) => [each]), [endOf(collectiveId, records.at(-1))]]);
}

/** Where the chain of records ends, as it is kept beside it. */
export async function readRecordsEnd(db: EntityManager, collectiveId: string): Promise<RecordsEnd> {
  const [end] = await run<RecordsEnd>(db, 'SELECT position, hash FROM record_ends WHERE collective_id = ?', [
    collectiveId,
  ]);
  return end ?? { position: 0, hash: RECORDS_START };
}

/**
 * Puts on record the rows that stood before there were records, as they stand now: once, by the migration
 * that brings records to a table.
 * @param at the instant, which the chain keeps: what was changed before it no record tells
 */
export async function takeUpRows(
  tx: EntityManager,
  tables: readonly RecordedTable[],
  at: string,
): Promise<void> {
  const collectives = await run<{ id: string }>(tx, 'SELECT id FROM collectives ORDER BY id', []);
  for (const { id } of collectives) {
    const states: RowState[] = [];
    for (const table of tables)
      for (const row of await readRows(tx, table, id)) states.push(stateOf(table, row));
    if (states.length > 0)
      await appendRecords(tx, id, [...states, { table: TAKEN_UP, key: at, digest: sha256(at) }]);
  }
}

/** Every row of a table that a collective has, in the order of its key. */
export function readRows(db: EntityManager, table: RecordedTable, collectiveId: string): Promise<RawRow[]> {
  const order = table.primaryKey.slice(1).join(', ');
  return run<RawRow>(
    db,
    `SELECT * FROM ${table.name} WHERE collective_id = ? ${order === '' ? '' : `ORDER BY ${order}`}`,
    [collectiveId],
  );
}

/** A statement has no more values than both databases take with ease. */
const IN_ONE = 50;

function insertsOf(records: readonly ChainedRecord[]): Statement[] {
  const statements: Statement[] = [];
  for (let from = 0; from < records.length; from += IN_ONE) {
    const some = records.slice(from, from + IN_ONE);
    const places = some.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ');
    statements.push({
      sql: `INSERT INTO row_records
        (collective_id, position, table_name, row_key, digest, previous_hash, hash) VALUES ${places}`,
      values: some.flatMap((each) => [
        ...[each.collectiveId, each.position, each.table, each.key],
        ...[each.digest, each.previousHash, each.hash],
      ]),
    });
  }
  return statements;
}

function endOf(collectiveId: string, last: ChainedRecord | undefined): Statement {
  return {
    sql: `INSERT INTO record_ends (collective_id, position, hash) VALUES (?, ?, ?)
      ON CONFLICT (collective_id) DO UPDATE SET position = excluded.position, hash = excluded.hash`,
    values: [collectiveId, last?.position, last?.hash],
  };
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
