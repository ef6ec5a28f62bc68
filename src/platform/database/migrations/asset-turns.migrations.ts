import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: an asset that is put to another use or stands still by decision (转产, 报停) stays where it is, and
// nothing kept when, why and by whose decision. No voucher goes with it. Terms of depreciation that follow
// from another use are named by their number, so that a withdrawal takes them back, too.

export const assetTurnTables: readonly TableDefinition[] = [
  {
    name: 'asset_turns',
    columns: `
      collective_id text, id text, asset_id text, way text, happened_on text, ground text?, new_use text,
      use_of text?, reason text, paper text, approved_by text, terms_number count?, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: [
      `way IN ('convert', 'suspend', 'resume')`,
      `(way = 'convert') = (new_use <> '')`,
      `(use_of IS NULL) = (terms_number IS NULL)`,
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'asset_turn_withdrawals',
    columns: 'collective_id text, turn_id text, reason text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'turn_id'],
    foreignKeys: [toCollective, within(['turn_id'], 'asset_turns')],
    appendOnly: true,
    recorded: true,
  },
];

class AssetTurnsTables1764360007040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, assetTurnTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AssetTurnsForeignKeys1764360007041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, assetTurnTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AssetTurnsGuards1764360007042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, assetTurnTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const assetTurnMigrations = [
  AssetTurnsTables1764360007040,
  AssetTurnsForeignKeys1764360007041,
  AssetTurnsGuards1764360007042,
] as const;
