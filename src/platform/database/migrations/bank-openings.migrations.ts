import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: where bank and books begin with different balances the reconciliation showed the rest, in red, and a
// month could be closed over it. Why they differ is now said once, for that very amount.

export const bankOpeningTables: readonly TableDefinition[] = [
  {
    name: 'bank_opening_reasons',
    columns: `
      collective_id text, account_id text, number count, difference_fen fen, code text, note text,
      said_by text, said_at text`,
    primaryKey: ['collective_id', 'account_id', 'number'],
    foreignKeys: [within(['account_id'], 'bank_accounts')],
    appendOnly: true,
    recorded: true,
  },
];

class BankOpeningTables1764360010140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, bankOpeningTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class BankOpeningForeignKeys1764360010141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, bankOpeningTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class BankOpeningGuards1764360010142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, bankOpeningTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const bankOpeningMigrations = [
  BankOpeningTables1764360010140,
  BankOpeningForeignKeys1764360010141,
  BankOpeningGuards1764360010142,
] as const;
