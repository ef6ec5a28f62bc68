import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a correction of an earlier year stands on 322, and which income or cost it was about was said by its
// summary alone. Two details of one name, or an account that a county calls otherwise since, could not be
// told apart. The account is now kept beside the voucher; of corrections before this there is none.

export const priorYearAccountTables: readonly TableDefinition[] = [
  {
    name: 'prior_year_accounts',
    columns: 'collective_id text, entry_id text, ledger_account text',
    primaryKey: ['collective_id', 'entry_id'],
    foreignKeys: [within(['entry_id'], 'ledger_entries')],
    appendOnly: true,
    recorded: true,
  },
];

class PriorYearAccountTables1764360010260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, priorYearAccountTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PriorYearAccountForeignKeys1764360010261 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, priorYearAccountTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class PriorYearAccountGuards1764360010262 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, priorYearAccountTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const priorYearAccountMigrations = [
  PriorYearAccountTables1764360010260,
  PriorYearAccountForeignKeys1764360010261,
  PriorYearAccountGuards1764360010262,
] as const;
