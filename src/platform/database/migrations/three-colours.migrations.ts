import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: every quarter an office looks at six things of each asset that earns. What the books do not know it
// notes as a mark, with its reason and paper; and how the quarter stood is kept as it was told then, so that
// what changed afterwards can be named.

export const threeColourTables: readonly TableDefinition[] = [
  {
    name: 'asset_marks',
    columns: `
      collective_id text, asset_id text, number count, quarter text, indicator text, mark text,
      marked_on text, reason text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'asset_id', 'number'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: ['number > 0', "mark IN ('normal', 'abnormal')"],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'asset_quarters',
    columns: `
      collective_id text, id text, quarter text, as_of text, bounds text, recorded_by text, recorded_at text,
      digest text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'asset_quarter_lines',
    columns:
      'collective_id text, quarter_id text, line count, asset_id text, name text, colour text, six text',
    primaryKey: ['collective_id', 'quarter_id', 'line'],
    foreignKeys: [toCollective, within(['quarter_id'], 'asset_quarters'), within(['asset_id'], 'assets')],
    checks: ["colour IN ('green', 'yellow', 'red', 'grey')"],
    appendOnly: true,
    recorded: true,
  },
];

class ThreeColoursTables1764360000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, threeColourTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ThreeColoursForeignKeys1764360000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, threeColourTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ThreeColoursGuards1764360000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, threeColourTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const threeColourMigrations = [
  ThreeColoursTables1764360000300,
  ThreeColoursForeignKeys1764360000301,
  ThreeColoursGuards1764360000302,
];
