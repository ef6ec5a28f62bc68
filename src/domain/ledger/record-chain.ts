/** What a row beside the books says at one moment, put on record: its table, its key and a digest of it. */
export interface KeptRecord {
  readonly collectiveId: string;
  /** Its place in the collective's own chain of records, from 1. */
  readonly position: number;
  /** The name of the row's table, or {@link TAKEN_UP}. */
  readonly table: string;
  /** What names the row in its table, see {@link rowKey}. */
  readonly key: string;
  /** SHA-256 of the row's canonical text, or {@link TAKEN_AWAY}. */
  readonly digest: string;
}

/** A record as it stands in the rows, with its links. */
export interface ChainedRecord extends KeptRecord {
  /**
   * What is hashed with the row's columns, so that nobody guesses one from its digest; empty where the row is
   * of the first version of the text. It is no part of what is linked: the digest holds it.
   */
  readonly salt: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** What links a record to the one before. */
type Links = Pick<ChainedRecord, 'previousHash' | 'hash'>;

/** Where the chain of records ends, as it is kept beside it or was seen by an earlier check. */
export type RecordsEnd = Pick<ChainedRecord, 'position' | 'hash'>;

/** The hash before the first record of every collective. */
export const RECORDS_START = '0'.repeat(64);

/** In place of a digest: the row was taken away by the program, another one says the same now. */
export const TAKEN_AWAY = '';

/**
 * In place of a table: rows that stood before there were records were put on record up to here; the key is
 * the instant at which that was done. What was changed before it no record tells.
 */
export const TAKEN_UP = 'taken_up';

/** A row as the database hands it out, by the names of its columns. */
export type RawRow = Readonly<Record<string, unknown>>;

/**
 * The canonical text of a row: a digest of what stands in each column that holds anything, by the name of the
 * column, so that one that a reader may not see is given by its digest alone. Numbers are digits, as text:
 * both databases say the same. An empty column is left out: a table may gain a column that is empty in its
 * rows of before, and their text stays what it was. Never changed: a new version gets a new first element.
 * @param hash sha-256 of a text as 64 hexadecimal digits, handed in
 */
export function canonicalRow(table: string, row: RawRow, hash: (text: string) => string): string {
  return JSON.stringify(['row/1', table, filledColumns(row).map(([name, text]) => [name, hash(text)])]);
}

/**
 * The second version: each column is hashed with a salt of its own, which comes of the row's. Whoever is
 * given a column is given its salt; of one that is withheld the digest alone, which nobody can guess.
 * @param salt the row's own, kept with its record; empty for a row of the first version
 * @param hash sha-256 of a text as 64 hexadecimal digits, handed in
 */
export function saltedRow(
  table: string,
  { row, salt }: { readonly row: RawRow; readonly salt: string },
  hash: (text: string) => string,
): string {
  if (salt === '') return canonicalRow(table, row, hash);
  const digests = filledColumns(row).map(([name, text]) => [
    name,
    hash(`${columnSalt(salt, name, hash)}\n${text}`),
  ]);
  return JSON.stringify(['row/2', table, digests]);
}

/** The salt of one column: 32 hexadecimal digits that tell nothing of the row's salt or of another column. */
export function columnSalt(salt: string, column: string, hash: (text: string) => string): string {
  return hash(`${salt}\n${column}`).slice(0, 32);
}

/** The columns of a row that hold anything, by name, as text. */
export function filledColumns(row: RawRow): [name: string, text: string][] {
  const columns = Object.keys(row).sort();
  return columns.flatMap((name) => (textOf(row[name]) === '' ? [] : [[name, textOf(row[name])]]));
}

/** What names a row in its table: its key without the collective, as JSON. */
export function rowKey(row: RawRow, columns: readonly string[]): string {
  return JSON.stringify(columns.map((column) => textOf(row[column])));
}

/** The canonical text of a record: a JSON array in a fixed order, never changed. */
export function canonicalRecord({ collectiveId, position, table, key, digest }: KeptRecord): string {
  return JSON.stringify(['record/1', collectiveId, position, table, key, digest]);
}

/**
 * The hash that links a record to all before it.
 * @param hash sha-256 of a text as 64 hexadecimal digits, handed in
 */
export function recordHash(previous: string, record: KeptRecord, hash: (text: string) => string): string {
  return hash(`${previous}\n${canonicalRecord(record)}`);
}

/** Links what is put on record now to what stands at the end of the chain. */
export function chainRecords(
  end: RecordsEnd,
  records: readonly Omit<ChainedRecord, 'position' | keyof Links>[],
  hash: (text: string) => string,
): ChainedRecord[] {
  let { position, hash: previousHash } = end;
  return records.map((record) => {
    position += 1;
    const placed = { ...record, position };
    const linked = { ...placed, previousHash, hash: recordHash(previousHash, placed, hash) };
    previousHash = linked.hash;
    return linked;
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return value.toString();
  throw new TypeError('a row on record holds text and whole numbers');
}
