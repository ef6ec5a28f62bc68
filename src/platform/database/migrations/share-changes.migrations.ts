import type { MigrationInterface, QueryRunner } from 'typeorm';
import { jointUnsplitMigrations } from './joint-unsplit.migrations';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: with a new share table an owner's whole share of a joint station could go, without a paper and without
// a word to him. A change names its document and its reason now, and whose part became what.

export const shareChangeTables: readonly TableDefinition[] = [
  {
    // With the keeper: by which paper a share table came.
    name: 'share_changes',
    columns: `collective_id text, id text, asset_id text, station text, valid_from text, paper_title text,
      paper_number text, paper_issued_on text, reason text, entered_on text, entered_by text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
  {
    // Whose part it changed, as the tables write it; without an id where his books are kept elsewhere.
    name: 'share_change_parts',
    columns: `collective_id text, change_id text, owner text, owner_id text?, share_before text,
      share_after text`,
    primaryKey: ['collective_id', 'change_id', 'owner'],
    foreignKeys: [
      toCollective,
      within(['change_id'], 'share_changes'),
      { columns: ['owner_id'], table: 'collectives', references: ['id'] },
    ],
    appendOnly: true,
    recorded: true,
  },
];

class ShareChangesTables1764360001111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, shareChangeTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ShareChangesForeignKeys1764360001112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, shareChangeTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ShareChangesGuards1764360001113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, shareChangeTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order, after those of what waits to be split. */
export const jointShareMigrations = [
  ...jointUnsplitMigrations,
  ShareChangesTables1764360001111,
  ShareChangesForeignKeys1764360001112,
  ShareChangesGuards1764360001113,
];
