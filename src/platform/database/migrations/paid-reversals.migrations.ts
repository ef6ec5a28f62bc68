import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a list of people could be taken back after it was paid, and nothing was asked: what had been paid
// stood in debit, and nobody had said whether it comes back. Whoever takes such a grant back says from now
// on what becomes of the money; what he was told of it stands beside his words.

export const paidReversalTables: readonly TableDefinition[] = [
  {
    name: 'paid_reversals',
    columns: `
      collective_id text, entry_id text, paid_fen fen, unsure_fen fen, why text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'entry_id'],
    foreignKeys: [within(['entry_id'], 'ledger_entries')],
    checks: ['paid_fen >= 0', 'unsure_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
];

class PaidReversalsTables1764360010695 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, paidReversalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PaidReversalsForeignKeys1764360010696 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, paidReversalTables);
    await guardAppendOnly(runner, paidReversalTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the table.
  }
}

/** In their order. */
export const paidReversalMigrations = [
  PaidReversalsTables1764360010695,
  PaidReversalsForeignKeys1764360010696,
] as const;
