import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { projectLabourTables } from './project-labour.migrations';
import { freeOfUniques } from './rebuilt-tables';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';
import { useEndTables } from './use-ends.migrations';
import { worksTables } from './works.migrations';

// Why: a work that was typed wrongly stood for ever, its claim could not be granted in another way, and its
// name was taken. It may be withdrawn from now on, with a reason which stays; its name is free again.

export const workWithdrawalTables: readonly TableDefinition[] = [
  {
    name: 'work_withdrawals',
    columns: `
      collective_id text, work_id text, withdrawn_on text, why text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'work_id'],
    foreignKeys: [within(['work_id'], 'works')],
    appendOnly: true,
    recorded: true,
  },
];

/** The works and all that names them: one table of the works is made anew with all that lies over it. */
const freed = [
  ...worksTables.map((table): TableDefinition =>
    table.name === 'works' ? { ...table, uniques: [] } : table,
  ),
  ...projectLabourTables.filter(({ name }) => name === 'work_projects'),
  ...useEndTables.filter(({ name }) => name === 'work_end_acts'),
];

class WorkWithdrawalsTables1764360010400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await freeOfUniques(runner, freed);
    await createTables(runner, workWithdrawalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class WorkWithdrawalsForeignKeys1764360010401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, workWithdrawalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class WorkWithdrawalsGuards1764360010402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, workWithdrawalTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const workWithdrawalMigrations = [
  WorkWithdrawalsTables1764360010400,
  WorkWithdrawalsForeignKeys1764360010401,
  WorkWithdrawalsGuards1764360010402,
] as const;
