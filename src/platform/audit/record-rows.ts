import type { EntityManager } from 'typeorm';
import {
  type ChainedRecord,
  chainRecords,
  type RawRow,
  RECORDS_START,
  type RecordsEnd,
  rowKey,
  saltedRow,
  TAKEN_UP,
} from '../../domain/ledger/record-chain';
import { invariant } from '../../domain/shared/invariant';
import { run, runAhead, runTogether, type Statement } from '../database/statements';
import { sha256 } from '../digests/sha256';
import { newSalt } from '../ids/new-salt';

/** Where a chain without any record ends. */
const RECORDS_BEGIN: RecordsEnd = { position: 0, hash: RECORDS_START };

/** A table whose rows are put on record, and what names a row in it. */
export interface RecordedTable {
  readonly name: string;
  readonly primaryKey: readonly string[];
  /** The column that says in whose chain its rows are, where it is not `collective_id`. */
  readonly ownedBy?: string;
}

/** What a row of a table says now, not yet linked. */
export type RowState = Pick<ChainedRecord, 'table' | 'key' | 'digest' | 'salt'>;

/** The column that says in whose chain the rows of a table are. */
export function ownerColumn({ ownedBy = 'collective_id' }: RecordedTable): string {
  return ownedBy;
}

/** What names a row in its table within the chain that it is in. */
export function keyColumns(table: RecordedTable): string[] {
  return table.primaryKey.filter((column) => column !== ownerColumn(table));
}

/** A row as it stands now, to be put on record under a new salt, or under none as the first records were. */
export function stateOf(table: RecordedTable, row: RawRow, salt: string = newSalt()): RowState {
  return { table: table.name, key: keyOfRow(table, row), digest: digestOf(table, row, salt), salt };
}

/** What names a row within its chain. */
export function keyOfRow(table: RecordedTable, row: RawRow): string {
  return rowKey(row, keyColumns(table));
}

/** The digest of a row under the salt of its record. */
export function digestOf(table: RecordedTable, row: RawRow, salt: string): string {
  return sha256(saltedRow(table.name, { row, salt }, sha256));
}

/** Links states of rows to the collective's chain of records, in their order, and moves its end. */
export async function appendRecords(
  tx: EntityManager,
  collectiveId: string,
  states: readonly RowState[],
): Promise<void> {
  if (states.length > 0) await appendTo(tx, await readRecordsEnd(tx, collectiveId), { collectiveId, states });
}

/** Links states to an end that was read in the same transaction, under the lock of the books. */
async function appendTo(
  tx: EntityManager,
  end: RecordsEnd,
  { collectiveId, states }: { readonly collectiveId: string; readonly states: readonly RowState[] },
): Promise<void> {
  const records = chainRecords(
    end,
    states.map((state) => ({ collectiveId, ...state })),
    sha256,
  );
  await runAhead(tx, [...insertsOf(records).map((each) => [each]), [endOf(collectiveId, records.at(-1))]]);
}

/** Where the chain of records ends, as it is kept beside it. */
export async function readRecordsEnd(db: EntityManager, collectiveId: string): Promise<RecordsEnd> {
  const { sql, values } = endAsked(collectiveId);
  const [end] = await run<RecordsEnd>(db, sql, values);
  return end ?? RECORDS_BEGIN;
}

function endAsked(collectiveId: string): Statement {
  return {
    sql: 'SELECT position, hash FROM record_ends WHERE collective_id = ?',
    values: [collectiveId],
  };
}

/**
 * Puts on record what rows of a table say now, in one question for all of them.
 * @param keys what stands in the columns of its primary key, in their order; every row is there
 */
export async function putOnRecord(
  tx: EntityManager,
  table: RecordedTable,
  { collectiveId, keys }: { readonly collectiveId: string; readonly keys: readonly (readonly unknown[])[] },
): Promise<void> {
  const asked = [endAsked(collectiveId)];
  for (let from = 0; from < keys.length; from += IN_ONE)
    asked.push(rowsAsked(table, keys.slice(from, from + IN_ONE)));
  const [[end = RECORDS_BEGIN] = [], ...rows] = await runTogether<RecordsEnd & RawRow>(tx, asked);
  const states = rows.flat().map((row) => stateOf(table, row));
  invariant(states.length === keys.length, 'every row that is written is put on record');
  await appendTo(tx, end, { collectiveId, states });
}

function rowsAsked(table: RecordedTable, keys: readonly (readonly unknown[])[]): Statement {
  const own = table.primaryKey.map((column) => `${column} = ?`).join(' AND ');
  const sql = `SELECT * FROM ${table.name} WHERE ${keys.map(() => `(${own})`).join(' OR ')}`;
  return { sql: `${sql} ORDER BY ${table.primaryKey.join(', ')}`, values: keys.flat() };
}

/** What rows that stand already are taken up with, see {@link takeUpRows}. */
export interface TakingUp {
  /** The instant, which the chain keeps: what was changed before it no record tells. */
  readonly at: string;
  /** Whether under a salt each; the first records had none. */
  readonly salted: boolean;
}

/**
 * Puts on record the rows that stood before there were records, as they stand now: once, by the migration
 * that brings records to a table.
 */
export async function takeUpRows(
  tx: EntityManager,
  tables: readonly RecordedTable[],
  { at, salted }: TakingUp,
): Promise<void> {
  const collectives = await run<{ id: string }>(tx, 'SELECT id FROM collectives ORDER BY id', []);
  for (const { id } of collectives) {
    const states: RowState[] = [];
    for (const table of tables)
      for (const row of await readRows(tx, table, id))
        states.push(stateOf(table, row, salted ? newSalt() : ''));
    if (states.length > 0)
      await appendRecords(tx, id, [...states, { table: TAKEN_UP, key: at, digest: sha256(at), salt: '' }]);
  }
}

/** Every row of a table that a collective has, in the order of its key. */
export function readRows(db: EntityManager, table: RecordedTable, collectiveId: string): Promise<RawRow[]> {
  const order = keyColumns(table).join(', ');
  return run<RawRow>(
    db,
    `SELECT * FROM ${table.name} WHERE ${ownerColumn(table)} = ? ${order === '' ? '' : `ORDER BY ${order}`}`,
    [collectiveId],
  );
}

/** A statement has no more values than both databases take with ease. */
const IN_ONE = 50;

function insertsOf(records: readonly ChainedRecord[]): Statement[] {
  const statements: Statement[] = [];
  for (let from = 0; from < records.length; from += IN_ONE) {
    const some = records.slice(from, from + IN_ONE);
    // The first records were taken up before there was a column for salts.
    const hasSalt = some.some(({ salt }) => salt !== '');
    const places = some.map(() => `(?, ?, ?, ?, ?, ?, ?${hasSalt ? ', ?' : ''})`).join(', ');
    const columns = 'collective_id, position, table_name, row_key, digest, previous_hash, hash';
    statements.push({
      sql: `INSERT INTO row_records (${columns}${hasSalt ? ', salt' : ''}) VALUES ${places}`,
      values: some.flatMap((each) => [
        ...[each.collectiveId, each.position, each.table, each.key],
        ...[each.digest, each.previousHash, each.hash],
        ...(hasSalt ? [each.salt] : []),
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
