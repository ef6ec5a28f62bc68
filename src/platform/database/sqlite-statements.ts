import { type EntityManager, QueryFailedError } from 'typeorm';
import { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { invariant } from '../../domain/shared/invariant';

/** What is used of a connection of better-sqlite3. */
interface Connection {
  prepare(sql: string): Prepared;
}

interface Prepared {
  /** Whether it answers with rows. */
  readonly reader: boolean;
  all<Row>(...values: readonly unknown[]): Row[];
  run(...values: readonly unknown[]): unknown;
}

/** So many texts a connection keeps prepared: the service has fewer, but lists of any length make more. */
const KEPT = 500;
const preparedOn = new WeakMap<Connection, Map<string, Prepared>>();

/**
 * Runs a statement on SQLite's connection itself, which answers within the call, so that nothing waits and
 * nothing is built around it. The log hears of it and its error reads as those of every other statement.
 */
export function runOnSqlite<Row>(db: EntityManager, sql: string, values: readonly unknown[]): Row[] {
  const { driver, logger } = db.dataSource;
  invariant(driver instanceof BetterSqlite3Driver, 'only SQLite answers within the call');
  const connection: unknown = driver.databaseConnection;
  invariant(isConnection(connection), 'a statement runs after its connection was opened');
  const given = [...values];
  logger.logQuery(sql, given, db.queryRunner);
  try {
    const statement = preparedFor(connection, sql);
    if (statement.reader) return statement.all<Row>(...given);
    statement.run(...given);
    return [];
  } catch (error) {
    if (!isError(error)) throw error;
    logger.logQueryError(error, sql, given, db.queryRunner);
    throw new QueryFailedError(sql, given, error);
  }
}

function preparedFor(connection: Connection, sql: string): Prepared {
  const kept = preparedOn.get(connection) ?? new Map<string, Prepared>();
  const known = kept.get(sql);
  if (known !== undefined) return known;
  const statement = connection.prepare(sql);
  if (kept.size < KEPT) preparedOn.set(connection, kept.set(sql, statement));
  return statement;
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'prepare' in value;
}

/** The driver's errors need not be of the program's own class of errors. */
function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value;
}
