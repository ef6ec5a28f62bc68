import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a payment of what people are owed says an account, a plan line and a sum, but neither whose it is nor
// by which list: where two lists were open, nobody could tell who had been paid. A payment made by a pay
// list says for each of its parts the debt and the person; so does what the bank sends back of it.

export const debtPaymentTables: readonly TableDefinition[] = [
  {
    name: 'debt_payments',
    columns: `
      collective_id text, entry_id text, number count, entry_line count, debt_entry_id text, party_id text,
      amount_fen fen, paid_entry_id text?`,
    primaryKey: ['collective_id', 'entry_id', 'number'],
    indexes: [['collective_id', 'debt_entry_id']],
    foreignKeys: [
      within(['entry_id'], 'ledger_entries'),
      within(['debt_entry_id'], 'ledger_entries'),
      within(['paid_entry_id'], 'ledger_entries'),
    ],
    checks: ['amount_fen >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class DebtPaymentTables1764360010790 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, debtPaymentTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class DebtPaymentForeignKeys1764360010791 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, debtPaymentTables);
    await guardAppendOnly(runner, debtPaymentTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the table.
  }
}

/** In their order. */
export const debtPaymentMigrations = [
  DebtPaymentTables1764360010790,
  DebtPaymentForeignKeys1764360010791,
] as const;
