import { type QueryRunner, QueryFailedError } from 'typeorm';
import { invariant } from '../../domain/shared/invariant';

/** What is used of a connection of pg. */
interface Connection {
  query<Row>(text: string, values: readonly unknown[]): Promise<Answer<Row>>;
}

interface Answer<Row> {
  readonly rows: Row[];
}

/**
 * Runs a statement of a transaction on its connection itself, with nothing built around it. The log hears of
 * it and its error reads as those of every other statement.
 */
export async function runOnPostgres<Row>(
  runner: QueryRunner,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  invariant(!runner.isReleased, 'a statement runs before its transaction ended');
  const connection: unknown = await runner.connect();
  invariant(isConnection(connection), 'a transaction has its connection');
  const { logger } = runner.dataSource;
  const given = [...values];
  logger.logQuery(text, given, runner);
  try {
    const { rows } = await connection.query<Row>(text, given);
    return rows;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    logger.logQueryError(error, text, given, runner);
    throw new QueryFailedError(text, given, error);
  }
}

function isConnection(value: unknown): value is Connection {
  return typeof value === 'object' && value !== null && 'query' in value;
}
