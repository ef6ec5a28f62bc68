import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what an insurer or a firm gave back of a cost could only be booked by taking the whole cost back, as
// if it had never been paid. From now on a cost stays as it was paid, and what comes back of it stands beside
// it with its day, its reason and its paper.

export const costRefundTables: readonly TableDefinition[] = [
  {
    name: 'cost_refunds',
    columns:
      'collective_id text, id text, deduction_id text, refunded_on text, amount_fen fen, reason text, ' +
      'paper text, entry_id text',
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [within(['deduction_id'], 'deductions'), within(['entry_id'], 'ledger_entries')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

class CostRefundsTables1764360005020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, costRefundTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class CostRefundsForeignKeys1764360005021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, costRefundTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class CostRefundsGuards1764360005022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, costRefundTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const costRefundMigrations = [
  CostRefundsTables1764360005020,
  CostRefundsForeignKeys1764360005021,
  CostRefundsGuards1764360005022,
] as const;
