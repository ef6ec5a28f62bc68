import type { EntityManager, QueryRunner } from 'typeorm';
import { invariant } from '../../domain/shared/invariant';
import { engineOf, placeholdersFor } from './engine';
import { runOnPostgres } from './postgres-statements';
import { runOnSqlite } from './sqlite-statements';

/** A statement with `?` placeholders and its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Runs one statement with `?` placeholders on either engine. */
export async function run<Row>(db: EntityManager, sql: string, values: readonly unknown[]): Promise<Row[]> {
  if (engineOf(db.dataSource) === 'sqlite') return runOnSqlite<Row>(db, sql, values);
  const { queryRunner } = db;
  if (queryRunner === undefined) return db.query<Row[]>(textFor(sql), [...values]);
  return runOnPostgres<Row>(queryRunner, textFor(sql), values);
}

/**
 * Runs statements that do not wait for each other's answers, in their order: on PostgreSQL they travel in
 * one round trip. Where one fails, all have ended before its error is thrown, so that a rollback comes last.
 * @returns the rows of each statement
 */
export async function runTogether<Row>(
  db: EntityManager,
  statements: readonly Statement[],
): Promise<Row[][]> {
  if (engineOf(db.dataSource) === 'sqlite') {
    return statements.map(({ sql, values }) => runOnSqlite<Row>(db, sql, values));
  }
  const sent = statements.map(({ sql, values }) => run<Row>(db, sql, values));
  await Promise.allSettled(sent);
  return Promise.all(sent);
}

/** What the transaction of a connection sent without waiting: unanswered so far, or failed. */
const ahead = new WeakMap<QueryRunner, Set<Promise<unknown>>>();
/** So many may be without an answer: the writes of many entries are not all held in memory. */
const MOST_UNANSWERED = 50;

/**
 * Notes what a transaction sent and does not wait for: on PostgreSQL it leaves together with its next
 * question, the last of it with COMMIT. Where it fails, all after it fails, too, and nothing is kept;
 * {@link failureAhead} tells why.
 */
export function sentAhead(tx: EntityManager, answer: Promise<unknown>): void {
  const sent = waitingOf(tx);
  sent.add(answer);
  answer.then(
    () => sent.delete(answer),
    // Nobody may be waiting when it fails.
    () => undefined,
  );
}

function waitingOf({ queryRunner }: EntityManager): Set<Promise<unknown>> {
  invariant(queryRunner !== undefined, 'only a transaction sends ahead: a write is kept or undone with it');
  const sent = ahead.get(queryRunner) ?? new Set();
  ahead.set(queryRunner, sent);
  return sent;
}

/** The error of what was sent ahead and failed first, told once all of it is answered. */
export async function failureAhead(runner: QueryRunner): Promise<{ readonly error: unknown } | undefined> {
  const sent = ahead.get(runner);
  if (sent === undefined) return undefined;
  const answers = await Promise.allSettled(sent);
  ahead.delete(runner);
  const failed = answers.find((answer) => answer.status === 'rejected');
  return failed === undefined ? undefined : { error: failed.reason };
}

/**
 * Writes without waiting, see {@link sentAhead}; SQLite has written when this returns.
 * @param steps what is written in one step stands in no order among itself
 */
export async function runAhead(tx: EntityManager, steps: readonly (readonly Statement[])[]): Promise<void> {
  if (engineOf(tx.dataSource) === 'sqlite') {
    for (const { sql, values } of steps.flat()) runOnSqlite(tx, sql, values);
    return;
  }
  const waiting = waitingOf(tx);
  for (const { sql, values } of steps.flatMap(inOne)) {
    sentAhead(tx, run(tx, sql, values));
    if (waiting.size > MOST_UNANSWERED) await Promise.allSettled(waiting);
  }
}

/** Writes with more values than this stay apart: a text for each count of rows is kept prepared. */
const VALUES_IN_ONE = 200;

/** Writes as one statement, which PostgreSQL answers once; each sees what was there before all of them. */
function inOne(writes: readonly Statement[]): readonly Statement[] {
  if (writes.length < 2) return writes;
  const values = writes.flatMap((write) => write.values);
  return values.length > VALUES_IN_ONE ? writes : [{ sql: togetherAs(writes), values }];
}

/** Texts of writes in one statement, each under the texts it is made of: so a text is built and read once. */
interface Together {
  text?: string;
  readonly next: Map<string, Together>;
}

const together: Together = { next: new Map() };

function togetherAs(writes: readonly Statement[]): string {
  let place = together;
  for (const { sql } of writes) {
    const next = place.next.get(sql) ?? { next: new Map() };
    if (!place.next.has(sql)) place.next.set(sql, next);
    place = next;
  }
  return (place.text ??= textTogether(writes));
}

function textTogether(writes: readonly Statement[]): string {
  const named = writes.slice(0, -1).map(({ sql }, index) => `write_${String(index)} AS (${sql})`);
  return `WITH ${named.join(', ')} ${writes.at(-1)?.sql ?? ''}`;
}

/** How many texts are kept: the service has fewer, but lists of any length make new ones. */
const KEPT = 300;
const texts = new Map<string, string>();
const names = new Map<string, string>();

/**
 * The name under which PostgreSQL keeps a statement prepared on a connection, so that it is parsed and
 * planned once: those that went through {@link run}.
 */
export function preparedName(text: string): string | undefined {
  return names.get(text);
}

function textFor(sql: string): string {
  const known = texts.get(sql);
  if (known !== undefined) return known;
  const text = placeholdersFor('postgres', sql);
  if (texts.size < KEPT) {
    texts.set(sql, text);
    names.set(text, `village_ledger_${String(names.size)}`);
  }
  return text;
}
