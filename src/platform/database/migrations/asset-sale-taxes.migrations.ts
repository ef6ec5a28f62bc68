import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: what an asset is sold for is a sale for the tax, so what leaves says as every receipt does whether its
// money is inclusive or net, and what tax its paper charges. Of rows of before nobody has said.
export class AssetSaleTaxes1764360010620 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'asset_events', column: 'tax_basis text?' },
      { table: 'asset_events', column: 'tax_fen fen?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
