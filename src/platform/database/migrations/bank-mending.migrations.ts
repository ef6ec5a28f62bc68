import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a statement of another account, sound in itself, could be taken over as the first one and never leave:
// every true statement was refused after it for ever. A statement may be withdrawn from now on, the last one
// taken over first; its rows and the reason stay, and its lines count nowhere. Nor could wrong digits or a
// wrong name of an account be put right: each correction is a row with its reason, and the last one holds.

export const bankMendingTables: readonly TableDefinition[] = [
  {
    name: 'bank_withdrawals',
    columns: `
      collective_id text, statement_id text, account_id text, reason text, withdrawn_by text,
      withdrawn_at text`,
    primaryKey: ['collective_id', 'statement_id'],
    indexes: [['collective_id', 'account_id']],
    foreignKeys: [within(['statement_id'], 'bank_statements'), within(['account_id'], 'bank_accounts')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'bank_account_changes',
    columns: `
      collective_id text, account_id text, number count, label text, bank text, last_four text, reason text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'account_id', 'number'],
    foreignKeys: [within(['account_id'], 'bank_accounts')],
    appendOnly: true,
    recorded: true,
  },
];

class BankMendingTables1764360006220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, bankMendingTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class BankMendingForeignKeys1764360006221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, bankMendingTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class BankMendingGuards1764360006222 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, bankMendingTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const bankMendingMigrations = [
  BankMendingTables1764360006220,
  BankMendingForeignKeys1764360006221,
  BankMendingGuards1764360006222,
] as const;
