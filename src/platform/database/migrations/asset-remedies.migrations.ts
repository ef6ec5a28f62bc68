import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: an asset that stands idle, brings too little or loses money has to be dealt with, and nothing kept
// what was decided about it, who was to do it by when, and what came of it.

export const assetRemedyTables: readonly TableDefinition[] = [
  {
    name: 'asset_remedies',
    columns: `
      collective_id text, asset_id text, number count, remedy text, what text, who text, due_on text,
      decided_on text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'asset_id', 'number'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: ['number > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'asset_remedy_ends',
    columns: `
      collective_id text, asset_id text, number count, done_on text, outcome text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'asset_id', 'number'],
    foreignKeys: [toCollective, within(['asset_id', 'number'], 'asset_remedies', ['asset_id', 'number'])],
    appendOnly: true,
    recorded: true,
  },
];

class AssetRemediesTables1764280000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, assetRemedyTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AssetRemediesForeignKeys1764280000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, assetRemedyTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AssetRemediesGuards1764280000212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, assetRemedyTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const assetRemedyMigrations = [
  AssetRemediesTables1764280000210,
  AssetRemediesForeignKeys1764280000211,
  AssetRemediesGuards1764280000212,
];
