import { isDeepStrictEqual } from 'node:util';
import { DataSource } from 'typeorm';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { everyTable } from '../../src/platform/database/migrations/every-table';
import type { OpenDatabase } from './engines';
import { addressOf } from './postgres';

/**
 * What the passes of the steps found by themselves: that a row is not what was put on record of it is found
 * besides, whatever the row says (`row-records.spec.ts`).
 */
export function ownPasses(result: CheckResult): CheckResult {
  return { ...result, breaks: result.breaks.filter(({ pass }) => pass !== 'records') };
}

type Row = Readonly<Record<string, unknown>>;

/** A hand that writes past every guard of a test's own database, and can put back what it found. */
export class Tampering {
  private readonly kept = new Map<string, Row[]>();

  private constructor(private readonly source: DataSource) {}

  /** On SQLite the triggers are dropped; on PostgreSQL the server's administrator sets them aside. */
  static async on({ settings }: Pick<OpenDatabase, 'settings'>): Promise<Tampering> {
    if (settings.engine === 'sqlite') {
      const source = await new DataSource(dataSourceOptions(settings, 'owner')).initialize();
      await source.query('PRAGMA foreign_keys = OFF');
      const triggers = await source.query<{ name: string }[]>(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'",
      );
      for (const { name } of triggers) await source.query(`DROP TRIGGER ${name}`);
      return new Tampering(source);
    }
    const database = new URL(settings.url).pathname.slice(1);
    const url = addressOf(process.env['TEST_POSTGRES_URL'] ?? '', database);
    // The one connection stays, however long a check takes between two tries: what is set aside is its own.
    const extra = { idleTimeoutMillis: 0 };
    const source = await new DataSource({ type: 'postgres', url, poolSize: 1, extra }).initialize();
    await source.query('SET session_replication_role = replica');
    return new Tampering(source);
  }

  /** Takes what a table checks of its rows away: whoever may alter the table may do so, too. */
  async withoutChecks(table: string): Promise<void> {
    if (this.source.options.type !== 'postgres') {
      await this.run('PRAGMA ignore_check_constraints = ON');
      return;
    }
    const checks = await this.rows(
      `SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = '${table}'::regclass`,
    );
    for (const { conname } of checks)
      await this.run(`ALTER TABLE ${table} DROP CONSTRAINT ${String(conname)}`);
  }

  /** Remembers the rows of every table, to be put back after each try. */
  async keep(): Promise<void> {
    for (const { name } of everyTable) {
      this.kept.set(name, await this.source.query<Row[]>(`SELECT * FROM ${name}`));
    }
  }

  /** Most tries change a table or two of a hundred: only those are written again, and at once. */
  async putBack(): Promise<void> {
    await this.source.query('BEGIN');
    for (const [name, rows] of this.kept) {
      if (isDeepStrictEqual(await this.rows(`SELECT * FROM ${name}`), rows)) continue;
      await this.source.query(`DELETE FROM ${name}`);
      for (const row of rows) await this.insert(name, row);
    }
    await this.source.query('COMMIT');
  }

  async run(...statements: string[]): Promise<void> {
    for (const sql of statements) await this.source.query(sql);
  }

  async rows(sql: string): Promise<Row[]> {
    return this.source.query<Row[]>(sql);
  }

  async insert(table: string, row: Row): Promise<void> {
    const names = Object.keys(row);
    const isSqlite = this.source.options.type !== 'postgres';
    const marks = names.map((_, index) => (isSqlite ? '?' : `$${String(index + 1)}`)).join(', ');
    await this.source.query(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`,
      Object.values(row),
    );
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}
