import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a recurring voucher that falls due keeps its month open. Where a month goes without it, that is said
// with a reason which stays, so that nobody has to book a voucher for nothing or end the whole series.

/** The months that went without a recurring voucher, each with who said why. */
export const waiverTables: readonly TableDefinition[] = [
  {
    name: 'recurring_waivers',
    recorded: 'later',
    columns: `
      collective_id text, recurring_id text, month text, reason text, waived_by text, waived_at text`,
    primaryKey: ['collective_id', 'recurring_id', 'month'],
    foreignKeys: [toCollective, within(['recurring_id'], 'recurring_vouchers')],
    appendOnly: true,
  },
];

export class RecurringWaiversTables1764201600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, waiverTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class RecurringWaiversForeignKeys1764201600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, waiverTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class RecurringWaiversGuards1764201600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, waiverTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const recurringWaiverMigrations = [
  RecurringWaiversTables1764201600001,
  RecurringWaiversForeignKeys1764201600002,
  RecurringWaiversGuards1764201600003,
] as const;
