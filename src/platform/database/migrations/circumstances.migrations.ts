import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: documents say who is looked at first by a sudden drop of income, by work that does not last, by lost
// labour or illness; nobody could enter it, so their tags were never borne. It is a fact of a household from
// a day on, with what happened and the paper; it ends, or never held, by a row of its own.

const KEY = ['household_id', 'circumstance_number'];

export const circumstanceTables: readonly TableDefinition[] = [
  {
    name: 'household_circumstances',
    columns: `
      collective_id text, household_id text, circumstance_number count, circumstance text,
      circumstance_words text, pack text, from_day text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', ...KEY],
    foreignKeys: [within(['household_id'], 'households')],
    checks: ['circumstance_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'household_circumstance_ends',
    columns: `
      collective_id text, household_id text, circumstance_number count, ended_on text, why text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', ...KEY],
    foreignKeys: [within(KEY, 'household_circumstances', KEY)],
    appendOnly: true,
    recorded: true,
  },
];

class CircumstanceTables1764360010470 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, circumstanceTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class CircumstanceForeignKeys1764360010471 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, circumstanceTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class CircumstanceGuards1764360010472 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, circumstanceTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const circumstanceMigrations = [
  CircumstanceTables1764360010470,
  CircumstanceForeignKeys1764360010471,
  CircumstanceGuards1764360010472,
] as const;
