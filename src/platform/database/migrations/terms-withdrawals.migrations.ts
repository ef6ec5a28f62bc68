import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: terms of depreciation with a wrong start could neither be changed to an earlier month nor taken back,
// so nothing was due till then. Terms by which no month is booked may be withdrawn from now on; the row and
// the reason stay.

export const termsWithdrawalTables: readonly TableDefinition[] = [
  {
    name: 'terms_withdrawals',
    columns: `
      collective_id text, asset_id text, number count, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'asset_id', 'number'],
    foreignKeys: [within(['asset_id', 'number'], 'depreciation_terms', ['asset_id', 'number'])],
    appendOnly: true,
    recorded: true,
  },
];

class TermsWithdrawalsTables1764360003043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, termsWithdrawalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class TermsWithdrawalsForeignKeys1764360003044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, termsWithdrawalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class TermsWithdrawalsGuards1764360003045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, termsWithdrawalTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const termsWithdrawalMigrations = [
  TermsWithdrawalsTables1764360003043,
  TermsWithdrawalsForeignKeys1764360003044,
  TermsWithdrawalsGuards1764360003045,
] as const;
