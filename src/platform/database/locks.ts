import type { EntityManager, QueryRunner } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import type { Engine } from './engine';

/**
 * Begins a transaction: READ COMMITTED on PostgreSQL; SQLite has one writer, which takes its lock with the
 * first row.
 */
export async function beginIn(engine: Engine, runner: QueryRunner): Promise<void> {
  await (engine === 'postgres' ? runner.startTransaction('READ COMMITTED') : runner.startTransaction());
}

/**
 * Locks the collective's books row, the first thing every writing transaction does: a second writer of the
 * same village waits here, writers of other villages do not. SQLite has no FOR UPDATE; writing the row
 * unchanged takes the file's lock.
 * @throws DomainError `collective.unknown`
 */
export async function lockBooks(engine: Engine, tx: EntityManager, collectiveId: string): Promise<void> {
  const rows =
    engine === 'postgres'
      ? await tx.query<unknown[]>(
          'SELECT collective_id FROM collective_books WHERE collective_id = $1 FOR UPDATE',
          [collectiveId],
        )
      : await tx.query<unknown[]>(
          `UPDATE collective_books SET collective_id = collective_id WHERE collective_id = ?
           RETURNING collective_id`,
          [collectiveId],
        );
  if (rows.length === 0) throw new DomainError('collective.unknown', { collectiveId });
}
