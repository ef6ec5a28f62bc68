import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: whoever owes rent is to be reminded, and a township asks whether that was done. From now on each
// reminder is a fact of its own: whom, of how much, on which day, in which way.

export const reminderTables: readonly TableDefinition[] = [
  {
    // Somebody was reminded of what was late for an asset on that day.
    name: 'arrears_reminders',
    columns: `
      collective_id text, id text, counterparty text, asset_id text, reminded_on text, way text, note text,
      amount_fen fen, recorded_by text, recorded_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'counterparty']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: ['amount_fen > 0', "way IN ('paper', 'phone', 'visit')"],
    appendOnly: true,
    recorded: true,
  },
];

export class ArrearsRemindersTables1764248400011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, reminderTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class ArrearsRemindersForeignKeys1764248400012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, reminderTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class ArrearsRemindersGuards1764248400013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, reminderTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}
