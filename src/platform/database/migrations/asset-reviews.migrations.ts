import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: documents have the assets that earn looked at and sorted into classes, each document into its own. The
// class of every review is kept with the document whose word it is, and none takes the place of another.

export const assetReviewTables: readonly TableDefinition[] = [
  {
    // The class an asset was given on a day; of one day the one entered last holds.
    name: 'asset_reviews',
    columns: `
      collective_id text, asset_id text, number count, reviewed_on text, pack text, class_id text,
      class_name text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'asset_id', 'number'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
];

export class AssetReviewsTables1764259200021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, assetReviewTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class AssetReviewsForeignKeys1764259200022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, assetReviewTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class AssetReviewsGuards1764259200023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, assetReviewTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const assetReviewMigrations = [
  AssetReviewsTables1764259200021,
  AssetReviewsForeignKeys1764259200022,
  AssetReviewsGuards1764259200023,
];
