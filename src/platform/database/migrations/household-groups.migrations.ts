import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the group of the village a household lives in was typed once and stood for ever, a slip as well as the
// group of before a move. A later one follows it, with the reason; the first stays where it was entered.

export const householdGroupTables: readonly TableDefinition[] = [
  {
    name: 'household_groups',
    columns: `
      collective_id text, household_id text, group_number count, village_group text, why text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'household_id', 'group_number'],
    foreignKeys: [within(['household_id'], 'households')],
    checks: ['group_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class HouseholdGroupTables1764360006240 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, householdGroupTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class HouseholdGroupForeignKeys1764360006241 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, householdGroupTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class HouseholdGroupGuards1764360006242 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, householdGroupTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const householdGroupMigrations = [
  HouseholdGroupTables1764360006240,
  HouseholdGroupForeignKeys1764360006241,
  HouseholdGroupGuards1764360006242,
] as const;
