import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a slip's energy follows from its readings, from what is recorded of its meter and from the slips
// beside it, and later records and reversals change what stands. Nothing said on which of them a slip was
// reckoned, so the check could not reckon it again. Each slip that is entered keeps them now; slips entered
// before have none, and it is said of them.

export const slipReadingsTables: readonly TableDefinition[] = [
  {
    name: 'slip_readings',
    recorded: true,
    columns: `
      collective_id text, settlement_id text, registered_multiplier text, record_ids text, slip_ids text`,
    primaryKey: ['collective_id', 'settlement_id'],
    foreignKeys: [toCollective, within(['settlement_id'], 'settlements')],
    appendOnly: true,
  },
];

class SlipReadingsTables1764360008071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, slipReadingsTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class SlipReadingsForeignKeys1764360008072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, slipReadingsTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class SlipReadingsGuards1764360008073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, slipReadingsTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const slipReadingsMigrations = [
  SlipReadingsTables1764360008071,
  SlipReadingsForeignKeys1764360008072,
  SlipReadingsGuards1764360008073,
];
