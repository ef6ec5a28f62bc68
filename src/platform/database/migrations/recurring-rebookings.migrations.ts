import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a recurring voucher that was booked and then reversed was asked for no more, though its month went
// without it. It is due again; the first booking stays as it was, and the next stands here.

export const rebookingTables: readonly TableDefinition[] = [
  {
    // The second voucher of a recurring one in a month, and every further: the one before was reversed.
    name: 'recurring_rebookings',
    recorded: 'later',
    columns: 'collective_id text, recurring_id text, month text, number count, entry_id text',
    primaryKey: ['collective_id', 'recurring_id', 'month', 'number'],
    foreignKeys: [
      toCollective,
      within(['recurring_id'], 'recurring_vouchers'),
      within(['entry_id'], 'ledger_entries'),
    ],
    checks: ['number >= 2'],
    appendOnly: true,
  },
];

export class RecurringRebookingsTables1764223200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, rebookingTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class RecurringRebookingsForeignKeys1764223200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, rebookingTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class RecurringRebookingsGuards1764223200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, rebookingTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const recurringRebookingMigrations = [
  RecurringRebookingsTables1764223200001,
  RecurringRebookingsForeignKeys1764223200002,
  RecurringRebookingsGuards1764223200003,
] as const;
