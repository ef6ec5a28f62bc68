import type { Logger, QueryRunner } from 'typeorm';
import { everyTable } from '../../src/platform/database/migrations/every-table';

/** Collects every statement of a DataSource: hand it over as its `logger` with `logging: true`. */
export class SqlRecord implements Logger {
  private readonly byRunner = new Map<QueryRunner | undefined, string[]>();

  /** Everything sent so far, the transactions one after the other even where they overlapped in time. */
  get statements(): readonly string[] {
    return [...this.byRunner.values()].flat();
  }

  logQuery(query: string, _parameters?: unknown, runner?: QueryRunner): void {
    const sent = this.byRunner.get(runner) ?? [];
    sent.push(query.trim());
    this.byRunner.set(runner, sent);
  }

  /** Forgets what was sent so far. */
  clear(): void {
    this.byRunner.clear();
  }

  logQueryError(): void {
    // An error is the test's own matter.
  }

  logQuerySlow(): void {
    // Speed is measured by the benchmarks.
  }

  logSchemaBuild(): void {
    // Tables are made by migrations, before the spy listens.
  }

  logMigration(): void {
    // As above.
  }

  log(): void {
    // TypeORM's own remarks say nothing about a statement.
  }
}

/**
 * Tables without a collective: the closed list of reference tables, with the one that keeps the migrations.
 */
export const REFERENCE_TABLES: readonly string[] = [
  'collectives',
  'users',
  'public_codes',
  'asset_codes',
  'slip_codes',
  'stored_files',
  'local_standards',
  'standard_withdrawals',
  'pack_choices',
  'pack_confirmations',
  'account_choices',
  // Whose an account is, and who is near to whom: people of one village have accounts of several offices.
  ...['account_persons', 'account_relatives', 'account_relative_ends'],
  'migrations',
];

/** Every table that belongs to a collective's books. */
export const BOOK_TABLES: readonly string[] = everyTable
  .map((table) => table.name)
  .filter((name) => !REFERENCE_TABLES.includes(name));

/**
 * Holds a record of statements against the rules for many machines; throws with every breach and its cure.
 */
export function expectScaleRules(statements: readonly string[]): void {
  const problems = scaleProblems(statements);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** Every breach of the rules of statements that would not survive many machines, each with its cure. */
export function scaleProblems(statements: readonly string[]): string[] {
  return [...statements.flatMap(statementProblems), ...transactionProblems(statements)];
}

const STATEMENT_RULES: readonly { breaks: (sql: string) => boolean; cure: string }[] = [
  { breaks: (sql) => /\bSERIALIZABLE\b/i.test(sql), cure: 'lock the books row and stay with READ COMMITTED' },
  { breaks: (sql) => /advisory_(xact_)?lock/i.test(sql), cure: 'lock a row of the collective instead' },
  {
    breaks: (sql) => /\bFOR (NO KEY )?UPDATE\b/i.test(sql) && !namesCollective(sql),
    cure: 'lock by collective_id',
  },
  { breaks: (sql) => /^UPDATE\b/i.test(sql) && movesRow(sql), cure: 'a row never changes its collective' },
  {
    breaks: (sql) => tablesOf(sql).length > 0 && !namesCollective(sql),
    cure: 'name collective_id in the condition',
  },
  {
    breaks: (sql) => /\bnextval\b|\bROLLUP\b/i.test(sql),
    cure: 'keep counters in rows, make totals in the program',
  },
];

function statementProblems(sql: string): string[] {
  return STATEMENT_RULES.filter((rule) => rule.breaks(sql)).map((rule) => `${rule.cure}: ${sql}`);
}

/** Book tables a statement reads or writes, each once. */
function tablesOf(sql: string): string[] {
  const named = [...sql.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:ONLY\s+)?"?(\w+)"?/gi)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(named)].filter((name) => BOOK_TABLES.includes(name));
}

/**
 * The condition, the join or the grouping carries the collective; a mere column of the answer does not count.
 */
function namesCollective(sql: string): boolean {
  const condition = /^INSERT\b/i.test(sql) ? 0 : sql.search(/\b(WHERE|ON|GROUP BY)\b/i);
  return condition >= 0 && /\bcollective_id\b/.test(sql.slice(condition));
}

/** Sets another collective on a row. */
function movesRow(sql: string): boolean {
  const set = /\bSET\b(.*?)\bWHERE\b/is.exec(sql)?.[1] ?? '';
  return /"?collective_id"?\s*=(?!\s*"?collective_id"?)/.test(set);
}

/** A transaction that writes books begins with the lock on its books row. */
function transactionProblems(statements: readonly string[]): string[] {
  const problems: string[] = [];
  let inside: string[] | undefined;
  for (const sql of statements) {
    if (/^(START TRANSACTION|BEGIN)/i.test(sql)) inside = [];
    else if (/^(COMMIT|ROLLBACK)/i.test(sql)) {
      if (inside !== undefined && inside.some(writesBooks) && !inside.slice(0, 1).some(locksBooks)) {
        problems.push(`lock collective_books first, before: ${inside[0] ?? ''}`);
      }
      inside = undefined;
    } else if (inside !== undefined) {
      if (!/^SET TRANSACTION/i.test(sql)) inside.push(sql);
    } else if (writesBooks(sql)) problems.push(`write through inTransaction(): ${sql}`);
  }
  return problems;
}

function writesBooks(sql: string): boolean {
  return (
    /^(INSERT|UPDATE|DELETE|WITH)\b/i.test(sql) &&
    tablesOf(sql).length > 0 &&
    !/^WITH\b.*\bSELECT\b/is.test(sql)
  );
}

const LOCKS: readonly RegExp[] = [
  /^SELECT .* FROM "?collective_books"? WHERE "?collective_id"? = \$1 FOR UPDATE/i,
  /^SELECT .* FROM "?collective_books"? WHERE "?collective_id"? = \?$/i,
];

function locksBooks(sql: string): boolean {
  return LOCKS.some((lock) => lock.test(sql));
}
