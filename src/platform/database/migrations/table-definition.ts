import type { DataSource, QueryRunner } from 'typeorm';
import { type Engine, engineOf } from '../engine';

/**
 * A table as one definition for both engines. Column types: `text`, `count` (whole number), `fen` (money,
 * range checked), `bytes`; a trailing `?` allows no value. A foreign key pairs columns of this table with
 * the primary key of another.
 */
export interface TableDefinition {
  readonly name: string;
  /** Names and types as `name type, name type`, in order. */
  readonly columns: string;
  readonly primaryKey: readonly string[];
  readonly uniques?: readonly (readonly string[])[];
  readonly indexes?: readonly (readonly string[])[];
  /**
   * Indexes over the few rows of which something holds; the many others cost nothing when they are written.
   */
  readonly sparseIndexes?: readonly SparseIndex[];
  readonly foreignKeys?: readonly ForeignKey[];
  readonly checks?: readonly string[];
  /**
   * Append-only: no row is ever changed or deleted, by trigger on both engines and by role on PostgreSQL.
   */
  readonly appendOnly?: boolean;
  /**
   * Facts beside the books that no voucher proves: what each row says is put on record (`insertRecorded`).
   * A column that such a table gains later is empty in its rows of before: `name type?` or `''`. `later`: its
   * rows stood before they came on record, and were taken up by a migration of their own.
   */
  readonly recorded?: boolean | 'later';
  /** In whose chain of records its rows are, where `collective_id` does not say it. */
  readonly ownedBy?: string;
}

export interface SparseIndex {
  readonly columns: readonly string[];
  readonly where: string;
  readonly unique?: boolean;
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly references: readonly string[];
}

const MAX_FEN = '9007199254740991';

/**
 * First step: the tables. SQLite cannot add a foreign key later, so there they stand in the table itself.
 */
export async function createTables(runner: QueryRunner, tables: readonly TableDefinition[]): Promise<void> {
  const engine = engineOf(runner.dataSource);
  for (const table of tables) {
    await runner.query(createTableSql(engine, table));
    for (const columns of table.indexes ?? []) {
      await runner.query(`CREATE INDEX ${indexOn(table, columns)}`);
    }
    for (const { columns, where, unique } of table.sparseIndexes ?? []) {
      const kind = unique === true ? 'UNIQUE INDEX' : 'INDEX';
      await runner.query(`CREATE ${kind} ${indexOn(table, columns)} WHERE ${where}`);
    }
  }
}

/** A column that a table gains later, and what its rows of before read as. */
export interface AddedColumn {
  readonly table: string;
  /** `name type` as in a definition. */
  readonly column: string;
  /** As SQL; needed unless the column may be empty. */
  readonly value?: string;
}

/** First step: columns that tables gain. Rows there already are not written again. */
export async function addColumns(runner: QueryRunner, columns: readonly AddedColumn[]): Promise<void> {
  const engine = engineOf(runner.dataSource);
  for (const { table, column, value } of columns) {
    const before = value === undefined ? '' : ` DEFAULT ${value}`;
    await runner.query(`ALTER TABLE ${table} ADD COLUMN ${columnSql(engine, column)}${before}`);
  }
}

/** First step: indexes that tables gain. */
export async function addIndexes(
  runner: QueryRunner,
  indexes: readonly { readonly table: string; readonly columns: readonly string[] }[],
): Promise<void> {
  for (const { table, columns } of indexes) {
    await runner.query(
      `CREATE INDEX ${table}_by_${columns.slice(1).join('_')} ON ${table} (${columns.join(', ')})`,
    );
  }
}

/** Second step, PostgreSQL only: the foreign keys, after the tables may have been distributed. */
export async function addForeignKeys(runner: QueryRunner, tables: readonly TableDefinition[]): Promise<void> {
  if (engineOf(runner.dataSource) === 'sqlite') return;
  for (const table of tables) {
    for (const key of table.foreignKeys ?? []) {
      await runner.query(`ALTER TABLE ${table.name} ADD ${foreignKeySql(key)}`);
    }
  }
}

/**
 * Third step: what was written stays. A trigger on both engines; on PostgreSQL the serving role lacks the
 * right, too.
 */
export async function guardAppendOnly(
  runner: QueryRunner,
  tables: readonly TableDefinition[],
): Promise<void> {
  const engine = engineOf(runner.dataSource);
  if (engine === 'postgres') {
    await runner.query(
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = 'VL001'; END $$`,
    );
  }
  for (const table of tables.filter((each) => each.appendOnly === true)) {
    for (const event of ['UPDATE', 'DELETE']) {
      const name = `${table.name}_no_${event.toLowerCase()}`;
      await runner.query(
        engine === 'postgres'
          ? `CREATE TRIGGER ${name} BEFORE ${event} ON ${table.name}
             FOR EACH ROW EXECUTE FUNCTION refuse_change()`
          : `CREATE TRIGGER ${name} BEFORE ${event} ON ${table.name}
             BEGIN SELECT RAISE(ABORT, 'append-only'); END`,
      );
    }
  }
}

/**
 * Third step, PostgreSQL: the serving role reads all, adds rows, and changes only what is not append-only.
 * Granted after every migration, so that a role named later gets its rights, too.
 */
export async function grantToServingRole(
  source: DataSource,
  tables: readonly TableDefinition[],
  role: string,
): Promise<void> {
  await source.query(`GRANT USAGE ON SCHEMA public TO "${role}"`);
  // A command that only reads the books sees whether the tables are its own.
  await source.query(`GRANT SELECT ON migrations TO "${role}"`);
  for (const table of tables) {
    const rights = table.appendOnly === true ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE';
    await source.query(`GRANT ${rights} ON ${table.name} TO "${role}"`);
  }
}

function indexOn(table: TableDefinition, columns: readonly string[]): string {
  return `${table.name}_by_${columns.slice(1).join('_')} ON ${table.name} (${columns.join(', ')})`;
}

function createTableSql(engine: Engine, table: TableDefinition): string {
  const columns = table.columns.split(',').map((column) => columnSql(engine, column));
  const keys = [
    `PRIMARY KEY (${table.primaryKey.join(', ')})`,
    ...(table.uniques ?? []).map((unique) => `UNIQUE (${unique.join(', ')})`),
    ...(table.checks ?? []).map((check) => `CHECK (${check})`),
    ...(engine === 'sqlite' ? (table.foreignKeys ?? []).map(foreignKeySql) : []),
  ];
  // Rows of one village lie together in the file; a table of large bytes keeps them out of its key's tree.
  const clustered = !/ bytes\b/.test(table.columns);
  const options = engine === 'sqlite' ? (clustered ? ' STRICT, WITHOUT ROWID' : ' STRICT') : '';
  return `CREATE TABLE ${table.name} (\n  ${[...columns, ...keys].join(',\n  ')}\n)${options}`;
}

function foreignKeySql(key: ForeignKey): string {
  return `FOREIGN KEY (${key.columns.join(', ')}) REFERENCES ${key.table} (${key.references.join(', ')})`;
}

const COLUMN_TYPES: Readonly<Record<Engine, Readonly<Record<string, string>>>> = {
  sqlite: { text: 'text', count: 'integer', fen: 'integer', bytes: 'blob' },
  postgres: { text: 'text', count: 'integer', fen: 'bigint', bytes: 'bytea' },
};

function columnSql(engine: Engine, column: string): string {
  const [, name, kind, optional] = /^\s*(\w+) (\w+)(\??)\s*$/.exec(column) ?? [];
  const type = COLUMN_TYPES[engine][kind ?? ''];
  if (name === undefined || type === undefined) throw new Error(`a column is no column: ${column}`);
  const range = kind === 'fen' ? ` CHECK (${name} BETWEEN -${MAX_FEN} AND ${MAX_FEN})` : '';
  return `${name} ${type}${optional === '?' ? '' : ' NOT NULL'}${range}`;
}
