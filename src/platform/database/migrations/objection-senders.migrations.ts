import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, type TableDefinition } from './table-definition';

// Why: so many objections to a sheet were taken on a day, whoever sent them: one machine could write all of
// them and close the page to everybody. They are counted by where they come from. What is kept is a print
// that is another for each sheet and each day, beside no objection, and is gone with the next one's day.

export const objectionSenderTables: readonly TableDefinition[] = [
  {
    name: 'objection_senders',
    columns: 'collective_id text, sender_print text, counted_on text, count count',
    primaryKey: ['collective_id', 'sender_print'],
    foreignKeys: [toCollective],
    checks: ['count >= 1'],
  },
];

class ObjectionSenderTables1764360010836 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, objectionSenderTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ObjectionSenderForeignKeys1764360010837 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, objectionSenderTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

/** In their order. */
export const objectionSenderMigrations = [
  ObjectionSenderTables1764360010836,
  ObjectionSenderForeignKeys1764360010837,
] as const;
