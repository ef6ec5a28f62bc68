import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: an asset is improved, written down, sold, scrapped, handed over or put into a firm, and nothing kept
// when, why and by whose decision. Each is a fact beside its voucher from now on; terms of depreciation that
// follow from one name its voucher, so that a reversal takes them back, too.

export const assetEventTables: readonly TableDefinition[] = [
  {
    // What happened to an asset; its voucher says whether it still stands.
    name: 'asset_events',
    columns: `
      collective_id text, id text, asset_id text, kind text, happened_on text, amount_fen fen,
      proceeds_fen fen, costs_fen fen, ground text?, paper text, approved_by text?, entry_id text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets'), within(['entry_id'], 'ledger_entries')],
    checks: [
      `kind IN ('improvement', 'impairment',
         'auction', 'sale', 'damage', 'scrap', 'handOver', 'contribution')`,
      'proceeds_fen >= 0',
      'costs_fen >= 0',
    ],
    appendOnly: true,
    recorded: true,
  },
];

/** The voucher of the event that terms follow from; none for those that people entered. */
const columns = [{ table: 'depreciation_terms', column: 'entry_id text?' }] as const;

export class AssetEventsTables1764244800011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, assetEventTables);
    await addColumns(runner, columns);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class AssetEventsForeignKeys1764244800012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, assetEventTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class AssetEventsGuards1764244800013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, assetEventTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}
