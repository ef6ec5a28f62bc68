import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: by which route plans are decided stood with each village since it was added, and nobody could say
// another. The order is the county's: it says, by a paper and from a day on, which route new plans take in
// all its villages, those of a township, or one. A choice is changed by a later one, and never edited.

export const routeChoiceTables: readonly TableDefinition[] = [
  {
    name: 'route_choices',
    columns: `
      collective_id text, choice_number count, place_id text, subject_kind text, route_id text?, from_on text,
      paper text, why text, chosen_by text, chosen_at text`,
    primaryKey: ['collective_id', 'choice_number'],
    foreignKeys: [toCollective],
    checks: ['choice_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class RouteChoiceTables1764360010833 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, routeChoiceTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class RouteChoiceForeignKeys1764360010834 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, routeChoiceTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class RouteChoiceGuards1764360010835 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, routeChoiceTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const routeChoiceMigrations = [
  RouteChoiceTables1764360010833,
  RouteChoiceForeignKeys1764360010834,
  RouteChoiceGuards1764360010835,
] as const;
