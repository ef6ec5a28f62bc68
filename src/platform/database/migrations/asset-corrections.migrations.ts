import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: an asset that was entered with a wrong name, cost or fund stayed wrong for ever. It is put right now
// while nothing is built on it, and what it said before stays beside it, with the reason.

export const assetCorrectionTables: readonly TableDefinition[] = [
  {
    // One field of an asset that was put right: what it said before, and what it says since.
    name: 'asset_corrections',
    columns: `
      collective_id text, asset_id text, number count, field text, before text, after text, why text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'asset_id', 'number'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: ["field IN ('name', 'cost', 'funds')", 'before <> after'],
    appendOnly: true,
    recorded: true,
  },
];

export class AssetCorrectionsTables1764259200011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, assetCorrectionTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class AssetCorrectionsForeignKeys1764259200012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, assetCorrectionTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class AssetCorrectionsGuards1764259200013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, assetCorrectionTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

export const assetCorrectionMigrations = [
  AssetCorrectionsTables1764259200011,
  AssetCorrectionsForeignKeys1764259200012,
  AssetCorrectionsGuards1764259200013,
];
