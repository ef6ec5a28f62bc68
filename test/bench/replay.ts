import SqliteDatabase from 'better-sqlite3';
import type { Logger } from 'typeorm';

interface Sent {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Keeps what the service sends to its database while it is asked to: hand it over as the writer's logger. */
export class SentStatements implements Logger {
  private sent: Sent[] = [];
  private isKeeping = false;

  keep(): void {
    this.isKeeping = true;
  }

  /** What was sent since it was asked to keep it; from now on nothing is kept. */
  take(): readonly Sent[] {
    const taken = this.sent;
    this.sent = [];
    this.isKeeping = false;
    return taken;
  }

  logQuery(sql: string, values: readonly unknown[] = []): void {
    if (this.isKeeping) this.sent.push({ sql, values });
  }

  logQueryError(): void {
    // A benchmark that meets an error ends.
  }

  logQuerySlow(): void {
    // Time is taken outside.
  }

  logSchemaBuild(): void {
    // Tables are made by migrations.
  }

  logMigration(): void {
    // As above.
  }

  log(): void {
    // TypeORM's own remarks are no statements.
  }
}

/**
 * The service's own statements by the bare driver, on a copy of its books: what the guards, keys, links and
 * facts of the register cost where no service stands before them.
 */
export class Replay {
  private readonly raw: SqliteDatabase.Database;
  private readonly prepared = new Map<string, SqliteDatabase.Statement>();

  private constructor(file: string) {
    this.raw = new SqliteDatabase(file);
    this.raw.pragma('foreign_keys = ON');
    this.raw.pragma('journal_mode = WAL');
    this.raw.pragma('synchronous = FULL');
    this.raw.pragma('wal_autocheckpoint = 4000');
    this.raw.pragma('recursive_triggers = ON');
  }

  /** Copies the books as they stand. */
  static ofCopy(file: string, copy: string): Replay {
    const books = new SqliteDatabase(file);
    books.prepare('VACUUM INTO ?').run(copy);
    books.close();
    return new Replay(copy);
  }

  run(statements: readonly Sent[]): void {
    for (const { sql, values } of statements) {
      const statement = this.prepared.get(sql) ?? this.raw.prepare(sql);
      this.prepared.set(sql, statement);
      if (statement.reader) statement.all(...values);
      else statement.run(...values);
    }
  }

  close(): void {
    this.raw.close();
  }
}

/** What the bare driver made of the same work in another way, beside the floor, as a note of the measure. */
export function bareDriver(
  way: string,
  value: number,
  { floor, unit }: { readonly floor: number; readonly unit: '/s' | 'ms' },
): string {
  return `the bare driver with ${way} ${value.toFixed(0)}${unit}, ratio ${(value / floor).toFixed(2)}`;
}

export const OWN_STATEMENTS = 'our own statements';
