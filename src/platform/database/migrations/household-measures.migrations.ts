import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: documents ask for measures within days of a household being watched, and for its risk to be looked at
// again half a year after them. What is done, by whom and since when stands beside the standing it is for;
// one that was entered wrongly is withdrawn with a reason.

const STANDING = ['household_id', 'status_number'];
const KEY = [...STANDING, 'measure_number'];

export const householdMeasureTables: readonly TableDefinition[] = [
  {
    name: 'household_measures',
    columns: `
      collective_id text, household_id text, status_number count, measure_number count, started_on text,
      measure text, helper text, late_reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', ...KEY],
    foreignKeys: [within(STANDING, 'household_statuses', STANDING)],
    checks: ['measure_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'household_measure_withdrawals',
    columns: `
      collective_id text, household_id text, status_number count, measure_number count, why text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', ...KEY],
    foreignKeys: [within(KEY, 'household_measures', KEY)],
    appendOnly: true,
    recorded: true,
  },
];

class HouseholdMeasureTables1764360010480 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, householdMeasureTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class HouseholdMeasureForeignKeys1764360010481 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, householdMeasureTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class HouseholdMeasureGuards1764360010482 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, householdMeasureTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const householdMeasureMigrations = [
  HouseholdMeasureTables1764360010480,
  HouseholdMeasureForeignKeys1764360010481,
  HouseholdMeasureGuards1764360010482,
] as const;
