import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what stands in no books (land and water, what an office owns, what went to a household) could not
// leave the register, because leaving was a voucher; a field whose right had ended was counted for ever.

export const assetDepartureTables: readonly TableDefinition[] = [
  {
    name: 'asset_departures',
    columns: `
      collective_id text, id text, asset_id text, way text, left_on text, reason text, paper text,
      approved_by text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'asset_departure_withdrawals',
    columns: 'collective_id text, departure_id text, reason text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'departure_id'],
    foreignKeys: [toCollective, within(['departure_id'], 'asset_departures')],
    appendOnly: true,
    recorded: true,
  },
];

class AssetDeparturesTables1764360000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, assetDepartureTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AssetDeparturesForeignKeys1764360000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, assetDepartureTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AssetDeparturesGuards1764360000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, assetDepartureTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const assetDepartureMigrations = [
  AssetDeparturesTables1764360000101,
  AssetDeparturesForeignKeys1764360000102,
  AssetDeparturesGuards1764360000103,
] as const;
