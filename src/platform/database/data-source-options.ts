import type { DataSourceOptions } from 'typeorm';
import type { DatabaseSettings } from './engine';
import { PipelinedClient } from './pipelined-client';

/** Every transaction is READ COMMITTED, however the server is set; told once, with the connection. */
const READ_COMMITTED = String.raw`-c default_transaction_isolation=read\ committed`;

/**
 * After so many pages SQLite carries its log over into the file, and the posting that meets it waits.
 * Villages write the same pages again and again: carried over less often, a page goes over once for many
 * postings. A row in the log is as safe as one in the file.
 */
const PAGES_TO_CARRY_OVER = 4_000;

/** What is used of a connection of better-sqlite3. */
interface Connection {
  pragma(text: string): unknown;
  prepare(sql: string): unknown;
}

/**
 * Who writes takes the file's lock as he begins, so nobody else writes after he has read; what begins and
 * ends every transaction is prepared once.
 */
function beginWithLock(connection: Connection): void {
  const prepare = connection.prepare.bind(connection);
  const kept = new Map([
    ['BEGIN TRANSACTION', prepare('BEGIN IMMEDIATE')],
    ...['COMMIT', 'ROLLBACK'].map((sql): [string, unknown] => [sql, prepare(sql)]),
  ]);
  connection.prepare = (sql) => kept.get(sql) ?? prepare(sql);
}

/** The rows a reader gets are committed ones: its own read-only connection on either engine. */
export function dataSourceOptions(
  settings: DatabaseSettings,
  use: 'reader' | 'writer' | 'owner',
): DataSourceOptions {
  const isReader = use === 'reader';
  const common = { name: use, synchronize: false, migrationsRun: false };
  if (settings.engine === 'postgres') {
    return {
      ...common,
      type: 'postgres',
      url: use === 'owner' ? settings.ownerUrl : settings.url,
      poolSize: 10,
      extra: {
        Client: PipelinedClient,
        options: `${READ_COMMITTED} -c ${isReader ? 'default_transaction_read_only=on' : 'lock_timeout=10s'}`,
      },
    };
  }
  return {
    ...common,
    type: 'better-sqlite3',
    database: settings.file,
    readonly: isReader,
    fileMustExist: use !== 'owner',
    timeout: 5_000,
    statementCacheSize: 500,
    prepareDatabase: (connection: Connection) => {
      connection.pragma('foreign_keys = ON');
      if (use === 'writer') beginWithLock(connection);
      if (!isReader) {
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = FULL');
        connection.pragma(`wal_autocheckpoint = ${String(PAGES_TO_CARRY_OVER)}`);
        // Without it a row that INSERT OR REPLACE removes passes by its trigger.
        connection.pragma('recursive_triggers = ON');
      }
    },
  };
}
