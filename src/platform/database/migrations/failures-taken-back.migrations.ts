import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { payListTables } from './pay-lists.migrations';
import { buildAgain } from './rebuilt-tables';
import type { TableDefinition } from './table-definition';

// Why: a line that was noted as not paid by mistake could only be listed again, and so be paid twice, as the
// bank had paid it. That a failure never was stands on record from now on, beside what it takes back.

const ACTS =
  "act IN ('submit', 'approve', 'return', 'recall', 'send', 'confirm', 'fail', 'giveBack', 'unfail')";
const OUTCOMES = "outcome IN ('confirmed', 'returned', 'open')";
const CHECKS: Readonly<Record<string, readonly [column: string, check: string]>> = {
  pay_list_acts: ['act', ACTS],
  pay_list_outcomes: ['outcome', OUTCOMES],
};

/** What was done with lists, and how lines ended, each after what it names. */
const widened = payListTables.flatMap((table): TableDefinition[] => {
  const [, check] = CHECKS[table.name] ?? [];
  return check === undefined ? [] : [{ ...table, checks: [check] }];
});

class FailuresTakenBack1764360011190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner.dataSource) !== 'postgres') await buildAgain(runner, widened);
    else
      for (const [table, [column, check]] of Object.entries(CHECKS))
        await widenCheck(runner, { table, column, check });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** The name of the check was PostgreSQL's own choice. */
async function widenCheck(
  runner: QueryRunner,
  { table, column, check }: { readonly table: string; readonly column: string; readonly check: string },
): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = '${table}'::regclass AND contype = 'c'
           AND pg_get_constraintdef(oid) LIKE '%${column} = %'
       LOOP EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
  await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_check CHECK (${check})`);
}

/** In their order. */
export const failureTakenBackMigrations = [FailuresTakenBack1764360011190] as const;
