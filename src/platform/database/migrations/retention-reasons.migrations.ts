import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what is kept back of a stage answers for defects until its day. Paid earlier it answers for nothing
// any more, and the books said so nowhere; from now on they say why it was paid before its day.

export const retentionReasonTables: readonly TableDefinition[] = [
  {
    name: 'retention_reasons',
    columns: 'collective_id text, event_id text, early_fen fen, reason text',
    primaryKey: ['collective_id', 'event_id'],
    foreignKeys: [within(['event_id'], 'construction_events')],
    checks: ['early_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

class RetentionReasonsTables1764360002120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, retentionReasonTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class RetentionReasonsForeignKeys1764360002121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, retentionReasonTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class RetentionReasonsGuards1764360002122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, retentionReasonTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const retentionReasonMigrations = [
  RetentionReasonsTables1764360002120,
  RetentionReasonsForeignKeys1764360002121,
  RetentionReasonsGuards1764360002122,
];
