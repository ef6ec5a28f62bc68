import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what a surplus gives to members is split by the shares they hold on a day, so a share is a fact from a
// day on, with the paper that says so; a later one follows it and none is changed. Who is helped is looked at
// again every year or two: that it was, and on whose paper, stands beside the standing itself.

export const shareRollTables: readonly TableDefinition[] = [
  {
    name: 'share_holdings',
    columns: `
      collective_id text, holding_number count, household_id text?, member_id text?, from_day text,
      share_hundredths count, why text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'holding_number'],
    foreignKeys: [toCollective, within(['household_id'], 'households'), within(['member_id'], 'members')],
    checks: ['holding_number >= 1', 'share_hundredths >= 0', '(household_id IS NULL) <> (member_id IS NULL)'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'household_status_reviews',
    columns: `
      collective_id text, household_id text, status_number count, review_number count, reviewed_on text,
      paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'household_id', 'status_number', 'review_number'],
    foreignKeys: [
      within(['household_id', 'status_number'], 'household_statuses', ['household_id', 'status_number']),
    ],
    checks: ['review_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class ShareRollTables1764360005101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, shareRollTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ShareRollForeignKeys1764360005102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, shareRollTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ShareRollGuards1764360005103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, shareRollTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const shareRollMigrations = [
  ShareRollTables1764360005101,
  ShareRollForeignKeys1764360005102,
  ShareRollGuards1764360005103,
] as const;
