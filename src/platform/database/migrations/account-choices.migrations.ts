import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: on which account a use of money is booked is the county's choice, fixed for a fiscal year. What an
// office chose holds for its whole region and belongs to nobody's books; with the first voucher of a use in a
// year each village keeps on which account its year stands, so that neither a later choice nor a changed file
// of accounts moves it.

export const accountChoiceTables: readonly TableDefinition[] = [
  {
    name: 'account_choices',
    recorded: true,
    ownedBy: 'office_id',
    columns: `
      id text, region_code text, chart text, posting_use text, ledger_account text, from_year count,
      reason text, office_id text, chosen_by text, chosen_at text`,
    primaryKey: ['id'],
    indexes: [['region_code', 'chart']],
    foreignKeys: [{ columns: ['office_id'], table: 'collectives', references: ['id'] }],
    appendOnly: true,
  },
  {
    // `choice_id`: the county's choice by which it stands; none where nobody had chosen.
    name: 'year_accounts',
    recorded: true,
    columns: `
      collective_id text, chart text, fiscal_year count, posting_use text, ledger_account text,
      choice_id text?, region_code text, fixed_at text`,
    primaryKey: ['collective_id', 'chart', 'fiscal_year', 'posting_use'],
    indexes: [['region_code', 'chart', 'fiscal_year']],
    foreignKeys: [toCollective],
    appendOnly: true,
  },
];

class AccountChoiceTables1764360010520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, accountChoiceTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AccountChoiceForeignKeys1764360010521 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, accountChoiceTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AccountChoiceGuards1764360010522 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, accountChoiceTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const accountChoiceMigrations = [
  AccountChoiceTables1764360010520,
  AccountChoiceForeignKeys1764360010521,
  AccountChoiceGuards1764360010522,
] as const;
