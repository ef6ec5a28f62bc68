import type { EntityManager } from 'typeorm';
import type { Database } from '../../src/platform/database/database';
import { placeholdersFor } from '../../src/platform/database/engine';

/**
 * Adds one counter row to a village's books: a small write that any test of transactions can look for
 * afterwards.
 */
export async function addCounter(
  database: Database,
  tx: EntityManager,
  counter: [string, string],
): Promise<void> {
  const [collectiveId, series] = counter;
  await tx.query(
    placeholdersFor(
      database.engine,
      'INSERT INTO number_counters (collective_id, series, year, last_number) VALUES (?, ?, 2025, 1)',
    ),
    [collectiveId, series],
  );
}

/** Raises the counter by reading it first: two writers who overlapped would lose one step. */
export async function raiseCounter(
  database: Database,
  tx: EntityManager,
  counter: [string, string],
): Promise<number> {
  const where = 'WHERE collective_id = ? AND series = ? AND year = 2025';
  const found = await tx.query<{ last_number: number }[]>(
    placeholdersFor(database.engine, `SELECT last_number FROM number_counters ${where}`),
    counter,
  );
  const next = (found[0]?.last_number ?? 0) + 1;
  await tx.query(placeholdersFor(database.engine, `UPDATE number_counters SET last_number = ? ${where}`), [
    next,
    ...counter,
  ]);
  return next;
}

/** The committed counters of a village by series. */
export async function countersOf(database: Database, collectiveId: string): Promise<Record<string, number>> {
  const rows = await database.reader.query<{ series: string; last_number: number }[]>(
    placeholdersFor(
      database.engine,
      'SELECT series, last_number FROM number_counters WHERE collective_id = ? ORDER BY series',
    ),
    [collectiveId],
  );
  return Object.fromEntries(rows.map((row) => [row.series, row.last_number]));
}
