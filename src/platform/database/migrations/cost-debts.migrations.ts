import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a cost could only be entered once the bank had paid it, so what a village owed for repairs was
// nowhere and a pool looked richer than it was. From now on a cost may be owed to somebody, and is paid
// later, whole or in parts; a cost of before was paid by the bank with its own voucher and owes nothing.

export const costDebtTables: readonly TableDefinition[] = [
  {
    name: 'cost_debts',
    columns: 'collective_id text, deduction_id text, creditor text',
    primaryKey: ['collective_id', 'deduction_id'],
    foreignKeys: [within(['deduction_id'], 'deductions')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'cost_payments',
    columns: 'collective_id text, id text, deduction_id text, amount_fen fen, entry_id text',
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [
      within(['deduction_id'], 'cost_debts', ['deduction_id']),
      within(['entry_id'], 'ledger_entries'),
    ],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

class CostDebtsTables1764360001901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, costDebtTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class CostDebtsForeignKeys1764360001902 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, costDebtTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class CostDebtsGuards1764360001903 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, costDebtTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const costDebtMigrations = [
  CostDebtsTables1764360001901,
  CostDebtsForeignKeys1764360001902,
  CostDebtsGuards1764360001903,
] as const;
