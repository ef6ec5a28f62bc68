import type { EntityManager } from 'typeorm';
import { type Engine, engineOf, placeholdersFor } from './engine';

/** A statement with `?` placeholders and its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Runs one statement with `?` placeholders on either engine. */
export function run<Row>(db: EntityManager, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return db.query<Row[]>(textFor(engineOf(db.dataSource), sql), [...values]);
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
    const answers: Row[][] = [];
    for (const { sql, values } of statements) answers.push(await run<Row>(db, sql, values));
    return answers;
  }
  const sent = statements.map(({ sql, values }) => run<Row>(db, sql, values));
  await Promise.allSettled(sent);
  return Promise.all(sent);
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

function textFor(engine: Engine, sql: string): string {
  if (engine === 'sqlite') return sql;
  const known = texts.get(sql);
  if (known !== undefined) return known;
  const text = placeholdersFor(engine, sql);
  if (texts.size < KEPT) {
    texts.set(sql, text);
    names.set(text, `village_ledger_${String(names.size)}`);
  }
  return text;
}
