import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { invariant } from '../../domain/shared/invariant';
import { type Engine, engineOf } from './engine';
import { isPassingFault } from './faults';
import { type BooksHeld, heldOf, lockBooks } from './locks';
import { answerOnce, type KeptAnswer, type Once } from './once';
import { SerialQueue } from './serial-queue';
import { beginOnConnection } from './sqlite-transactions';
import { failureAhead, run, sentAhead } from './statements';
import { Views } from './views';

export type { Once };

const ATTEMPTS = 5;

/** What the running work belongs to: a writing transaction, or a view that does not change. */
interface Scope {
  readonly database: Database;
  /** What the view reads, until it is over. */
  view?: EntityManager | undefined;
  readonly isWriting: boolean;
}

/**
 * One for the whole program: Node carries each such storage along with every promise for as long as the
 * program lives, so one per database would slow all work down with every database opened.
 */
const inside = new AsyncLocalStorage<Scope>();

/**
 * The only door to the rows. Writing goes through {@link inTransaction}: one collective, its books row
 * locked first, READ COMMITTED; on SQLite one writer after the other. Reading goes through {@link reader},
 * which sees committed rows only.
 */
@Injectable()
export class Database implements OnModuleDestroy {
  readonly engine: Engine;
  private readonly queue: SerialQueue | undefined;
  private readonly views: Views;

  constructor(
    @InjectDataSource('writer') private readonly writer: DataSource,
    @InjectDataSource('reader') private readonly readingSource: DataSource,
  ) {
    this.engine = engineOf(writer);
    this.queue = this.engine === 'sqlite' ? new SerialQueue() : undefined;
    beginOnConnection(writer);
    this.views = new Views(this.engine, readingSource);
  }

  /**
   * Committed rows, read only; within a view those of the view. Never use it inside a transaction's work:
   * there `tx` sees what the work wrote.
   */
  get reader(): EntityManager {
    const scope = inside.getStore();
    return (scope?.database === this ? scope.view : undefined) ?? this.readingSource.manager;
  }

  onModuleDestroy(): Promise<void> {
    return this.views.close();
  }

  /**
   * Runs the work as one transaction on one collective's books, wholly or not at all. Deadlocks and lost
   * connections are tried again, five times at most, so the work may do nothing that a rollback does not
   * undo.
   * @param of whose books are written; with what else is locked where the work asks of others' books
   * @param once where given, a repeated key returns the first answer (a JSON value) and does nothing
   * @throws DomainError `command.outcomeUnknown` where a COMMIT failed and no key tells whether it holds,
   * `collective.unknown` where no such books exist, `command.keyReused` where the key
   *   asked something else, `reentry.otherKind` where nothing was booked that puts right what it should
   */
  async inTransaction<T>(
    of: string | BooksHeld,
    work: (tx: EntityManager) => Promise<T>,
    once?: Once,
  ): Promise<T> {
    const { collectiveId, lockedInOrder } = heldOf(of);
    return this.attempt(async (runner) => {
      const tx = runner.manager;
      // The first question of the work travels with the lock, is answered after it, and so under it.
      const locked = lockBooks(this.engine, tx, lockedInOrder);
      if (locked !== undefined) sentAhead(tx, locked);
      if (lockedInOrder.length > 1) await locked;
      const asked = once === undefined ? work(tx) : this.onceWithin(tx, { collectiveId, once }, work);
      const answer = await asked;
      if (locked !== undefined) await locked;
      return answer;
    }, once !== undefined);
  }

  /**
   * Carries one of several commands out that share a transaction: each once, under a key of its own. The same
   * key a second time, in this batch or any other, gets the first answer again.
   * @throws DomainError `command.keyReused` where the key asked something else
   */
  async onceWithin<T>(
    tx: EntityManager,
    asked: { readonly collectiveId: string; readonly once: Once },
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const [earlier] = await run<KeptAnswer>(
      tx,
      'SELECT digest, answer FROM idempotency_keys WHERE collective_id = ? AND command_key = ?',
      [asked.collectiveId, asked.once.key],
    );
    return answerOnce(tx, { ...asked, earlier }, work);
  }

  /**
   * Writes the few reference tables (collectives, users, directory of public codes, stored files),
   * and opens books together with their collective.
   */
  async inReferenceTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.attempt((runner) => work(runner.manager), false);
  }

  /**
   * Reads one unchanging view of the committed rows, however long it takes, while others write: `db`, and
   * whatever the work reads through {@link reader}.
   */
  async inSnapshot<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.views.own((view) => this.seeing(view, work));
  }

  /**
   * Reads all of an answer as it stood at one moment, so that sums that were read one after the other belong
   * together. It is short: few are read at once. Who writes within it sees what is new from then on.
   */
  async inMoment<T>(work: () => Promise<T>): Promise<T> {
    return this.views.shared((view) => this.seeing(view, work));
  }

  /** Whatever the work reads through {@link reader} it reads within a transaction: as that wrote, locked. */
  readWithin<T>(tx: EntityManager, work: () => Promise<T>): Promise<T> {
    return inside.run({ database: this, view: tx, isWriting: true }, work);
  }

  private async seeing<T>(view: EntityManager, work: (db: EntityManager) => Promise<T>): Promise<T> {
    const scope: Scope = { database: this, view, isWriting: false };
    try {
      return await inside.run(scope, () => work(view));
    } finally {
      // What was begun in it and goes on reads on by itself.
      scope.view = undefined;
    }
  }

  /** Whether both connections answer. */
  async isReachable(): Promise<boolean> {
    try {
      await this.reader.query('SELECT 1');
      await this.writer.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  private async attempt<T>(work: (runner: QueryRunner) => Promise<T>, repeatable: boolean): Promise<T> {
    // SQLite's one writer would wait for itself, and PostgreSQL would lock two collectives in any order.
    const scope = inside.getStore();
    const isOwn = scope?.database === this;
    invariant(!isOwn || !scope.isWriting, 'a writing transaction does not begin inside another');
    if (isOwn) scope.view = undefined;
    const writing: Scope = { database: this, isWriting: true };
    for (let tries = 1; ; tries += 1) {
      try {
        const run = (): Promise<T> => inside.run(writing, () => this.once(work));
        return await (this.queue === undefined ? run() : this.queue.run(run));
      } catch (error) {
        const unknown = error instanceof UnknownOutcome;
        const again = unknown ? repeatable : isPassingFault(error);
        if (again && tries < ATTEMPTS) continue;
        if (unknown) throw new DomainError('command.outcomeUnknown');
        throw error;
      }
    }
  }

  private async once<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    if (!this.writer.isInitialized) await this.writer.initialize();
    const runner = this.writer.createQueryRunner();
    try {
      await runner.startTransaction();
      const answer = await this.rolledBackOnError(runner, work);
      await this.commit(runner);
      return answer;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  private async rolledBackOnError<T>(
    runner: QueryRunner,
    work: (runner: QueryRunner) => Promise<T>,
  ): Promise<T> {
    try {
      return await work(runner);
    } catch (error) {
      // A lost connection has rolled back by itself; the first error is the one that counts.
      const first = await failureAhead(runner);
      await this.rollBack(runner);
      throw first === undefined ? error : first.error;
    }
  }

  private async commit(runner: QueryRunner): Promise<void> {
    try {
      await runner.commitTransaction();
    } catch (error) {
      await this.rollBack(runner);
      await this.renew();
      throw new UnknownOutcome(error);
    }
    // After a write that failed, PostgreSQL answers a COMMIT by rolling back.
    const failed = await failureAhead(runner);
    if (failed !== undefined) throw failed.error;
  }

  private async rollBack(runner: QueryRunner): Promise<void> {
    await runner.rollbackTransaction().catch(() => this.renew());
  }

  /**
   * SQLite has one writing connection for all. Where a transaction on it did not end as it should (a full
   * disk ends it by itself), whoever came next would believe himself inside it and be told that his rows are
   * kept while they are not: the connection is thrown away and opened again. PostgreSQL gives each
   * transaction a connection from its pool and takes no broken one back.
   */
  private async renew(): Promise<void> {
    if (this.engine === 'postgres' || !this.writer.isInitialized) return;
    await this.writer.destroy();
    // Where it cannot be opened now, the next work tries again.
    await this.writer.initialize().catch(() => undefined);
  }
}

/**
 * A COMMIT that failed: nobody knows whether the rows are there until they are read again by the
 * idempotency key.
 */
class UnknownOutcome extends Error {
  constructor(override readonly cause: unknown) {
    super('the outcome of a COMMIT is unknown');
  }
}
