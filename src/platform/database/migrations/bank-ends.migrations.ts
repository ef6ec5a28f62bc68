import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: an account at a bank could be entered and never ended: a village that moved to another bank had no
// account for its lines there, and one that was closed was asked for statements for ever. Each act is a row:
// that an account was closed on a day, that this was taken back, or that it was entered by mistake; the last
// one holds.

export const bankEndTables: readonly TableDefinition[] = [
  {
    name: 'bank_account_acts',
    columns: `
      collective_id text, account_id text, number count, act text, closed_on text?, reason text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'account_id', 'number'],
    foreignKeys: [within(['account_id'], 'bank_accounts')],
    checks: ["act IN ('closed', 'takenBack', 'mistaken')"],
    appendOnly: true,
    recorded: true,
  },
];

class BankEndTables1764360007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, bankEndTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class BankEndForeignKeys1764360007001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, bankEndTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class BankEndGuards1764360007002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, bankEndTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const bankEndMigrations = [
  BankEndTables1764360007000,
  BankEndForeignKeys1764360007001,
  BankEndGuards1764360007002,
] as const;
