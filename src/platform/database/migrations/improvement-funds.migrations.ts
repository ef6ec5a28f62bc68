import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: an improvement adds to what an asset has cost, and the register says of every yuan of a cost which
// level gave it and in which year. Nobody was asked about improvements until now; those rows stay so.

export class ImprovementFunds1764259200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'asset_events', column: 'fund_level text?' },
      { table: 'asset_events', column: 'fund_year count?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
