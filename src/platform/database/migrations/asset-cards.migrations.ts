import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: whoever stands before a station or a workshop could not tell whose it is, whose money built it and
// where its income goes. An asset may be given a public card from now on, under a name that nobody guesses;
// the directory leads from that name to the village.

export const assetCardTables: readonly TableDefinition[] = [
  {
    name: 'asset_cards',
    columns: 'collective_id text, asset_id text, code text, opened_by text, opened_at text',
    primaryKey: ['collective_id', 'asset_id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
  {
    // The directory of public cards. A reference table.
    name: 'asset_codes',
    columns: 'code text, collective_id text, asset_id text',
    primaryKey: ['code'],
    appendOnly: true,
  },
];

class AssetCardsTables1764262800011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, assetCardTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AssetCardsForeignKeys1764262800012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, assetCardTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AssetCardsGuards1764262800013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, assetCardTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const assetCardMigrations = [
  AssetCardsTables1764262800011,
  AssetCardsForeignKeys1764262800012,
  AssetCardsGuards1764262800013,
];
