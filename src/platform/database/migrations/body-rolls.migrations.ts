import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a vote is counted against how many were due, and that number was whatever was typed with the vote; two
// thirds of a body that was written down as three people decide nothing. The township notes by its roll of
// how many people each body is from a day on; a later number takes the place of one of before.

export const bodyRollTables: readonly TableDefinition[] = [
  {
    name: 'body_sizes',
    columns: `
      collective_id text, roll_number count, body text, size count, from_on text, paper text,
      noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'roll_number'],
    foreignKeys: [toCollective],
    checks: ['roll_number >= 1', 'size >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class BodyRollTables1764360011210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, bodyRollTables);
    await addForeignKeys(runner, bodyRollTables);
    await guardAppendOnly(runner, bodyRollTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** In their order. */
export const bodyRollMigrations = [BodyRollTables1764360011210] as const;
