import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a station had one price for ever, that of the register. What the grid and the state pay changes by a
// paper and from a day; a slip takes the price of its month and keeps it, whatever is entered later.

export const stationPriceTables: readonly TableDefinition[] = [
  {
    // Energy fee and subsidy in yuan per kWh from the first day of a month; of one day the latest row holds.
    name: 'station_prices',
    columns: `
      collective_id text, id text, asset_id text, valid_from text, energy_price text, subsidy_price text,
      price_paper text, reason text, noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
];

export class StationPricesTables1764252000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, stationPriceTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class StationPricesForeignKeys1764252000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, stationPriceTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class StationPricesGuards1764252000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, stationPriceTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

export const stationPriceMigrations = [
  StationPricesTables1764252000021,
  StationPricesForeignKeys1764252000022,
  StationPricesGuards1764252000023,
];
