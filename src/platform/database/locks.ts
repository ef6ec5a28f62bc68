import type { EntityManager, QueryRunner } from 'typeorm';
import { type Engine, engineOf } from './engine';
import { DomainError } from '../../domain/shared/domain-error';
import { runOnSqlite } from './sqlite-statements';
import { run, type Statement } from './statements';

const LOCKS: Readonly<Record<Engine, string>> = {
  postgres: 'SELECT collective_id FROM collective_books WHERE collective_id = ? FOR UPDATE',
  // Its transactions begin with the file's lock.
  sqlite: 'SELECT collective_id FROM collective_books WHERE collective_id = ?',
};

/**
 * Begins a view that does not change: on PostgreSQL by its isolation, on SQLite from the first row it reads.
 */
export async function beginView(engine: Engine, runner: QueryRunner): Promise<void> {
  await runner.query(
    engine === 'postgres' ? 'START TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY' : 'BEGIN',
  );
  // On SQLite a view starts with the first row, whichever that is.
  await runner.query('SELECT id FROM collectives LIMIT 1');
}

/** Ends a view; nothing was written, so there is nothing to keep. */
export async function endView(runner: QueryRunner): Promise<void> {
  await runner.query('ROLLBACK').catch(() => undefined);
  await runner.release().catch(() => undefined);
}

/**
 * Locks the collective's books row, the first thing every writing transaction does: a second writer of the
 * same village waits here, writers of other villages do not. SQLite locks the whole file, and did so when
 * the transaction began. No row comes back where there are no such books.
 */
export function lockOf(engine: Engine, collectiveId: string): Statement {
  return { sql: LOCKS[engine], values: [collectiveId] };
}

/** Books that are written, and those that stand still meanwhile, because the work asks of them. */
export interface BooksHeld {
  readonly collectiveId: string;
  /**
   * All that are locked, the written ones among them, in the order in which they are: whoever locks several
   * keeps to one order of all collectives, so that nobody waits in a circle.
   */
  readonly lockedInOrder: readonly string[];
}

export function heldOf(of: string | BooksHeld): BooksHeld {
  return typeof of === 'string' ? { collectiveId: of, lockedInOrder: [of] } : of;
}

/**
 * Locks books one after the other; on SQLite that is done when this returns.
 * @throws DomainError `collective.unknown`
 */
export function lockBooks(
  engine: Engine,
  tx: EntityManager,
  inOrder: readonly string[],
): Promise<void> | undefined {
  if (engine === 'postgres') return lockInTurn(tx, inOrder);
  for (const collectiveId of inOrder) {
    const { sql, values } = lockOf(engine, collectiveId);
    requireFound(runOnSqlite(tx, sql, values), collectiveId);
  }
  return undefined;
}

async function lockInTurn(tx: EntityManager, inOrder: readonly string[]): Promise<void> {
  for (const collectiveId of inOrder) {
    const { sql, values } = lockOf('postgres', collectiveId);
    requireFound(await run(tx, sql, values), collectiveId);
  }
}

function requireFound(books: readonly unknown[], collectiveId: string): void {
  if (books.length === 0) throw new DomainError('collective.unknown', { collectiveId });
}

/**
 * Has the writers of several villages take turns over something that they share, until the first of them has
 * written: on SQLite there is one writer at a time anyway. Asked for after the books, so that nobody waits in
 * a circle.
 */
export async function lockName(tx: EntityManager, name: string): Promise<void> {
  if (engineOf(tx.dataSource) === 'sqlite') return;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
}
