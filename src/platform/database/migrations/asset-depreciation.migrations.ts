import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: an asset loses its value month by month, and nothing knew over how many months or down to what. From
// now on its terms are kept, and of each voucher of depreciation what it booked for which asset and month, so
// that no month is booked twice and a check can hold the books against the terms.

export const depreciationTables: readonly TableDefinition[] = [
  {
    // How an asset loses its value from a month on; later terms of an asset take over from earlier ones.
    name: 'depreciation_terms',
    columns: `
      collective_id text, asset_id text, number count, basis text, use_of text, from_month text, months count,
      cost_fen fen, accumulated_fen fen, salvage_fen fen, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'asset_id', 'number'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: [
      "basis IN ('acquired', 'takenOver', 'changed')",
      "use_of IN ('operating', 'management', 'publicWelfare')",
      'months > 0',
      'accumulated_fen >= 0',
      'salvage_fen >= 0',
      'salvage_fen < cost_fen - accumulated_fen',
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    // What a voucher booked for an asset and a month; the entry says whether it still stands.
    name: 'depreciation_bookings',
    recorded: 'later',
    columns: 'collective_id text, entry_id text, asset_id text, month text, amount_fen fen',
    primaryKey: ['collective_id', 'entry_id', 'asset_id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets'), within(['entry_id'], 'ledger_entries')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
  },
];

export class AssetDepreciationTables1764244800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, depreciationTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class AssetDepreciationForeignKeys1764244800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, depreciationTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class AssetDepreciationGuards1764244800003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, depreciationTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}
