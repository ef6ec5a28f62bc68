import type { DataSource } from 'typeorm';

/** The two engines the service runs on; one suite of migrations and tests serves both. */
export type Engine = 'sqlite' | 'postgres';

export interface SqliteSettings {
  readonly engine: 'sqlite';
  /** Path of the database file; its folder exists. */
  readonly file: string;
}

export interface PostgresSettings {
  readonly engine: 'postgres';
  /** Connection of the role that serves: it may not change or delete an append-only row. */
  readonly url: string;
  /** Connection of the role that owns the tables and migrates; the serving one where none is given. */
  readonly ownerUrl: string;
}

export type DatabaseSettings = SqliteSettings | PostgresSettings;

/** Writes `?` placeholders as the engine wants them: PostgreSQL counts them, `$1`, `$2` … */
export function placeholdersFor(engine: Engine, sql: string): string {
  if (engine === 'sqlite') return sql;
  let number = 0;
  return sql.replace(/\?/g, () => `$${String((number += 1))}`);
}

/** The engine behind a connection. */
export function engineOf(source: DataSource): Engine {
  return source.options.type === 'postgres' ? 'postgres' : 'sqlite';
}
