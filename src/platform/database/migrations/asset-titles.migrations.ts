import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a register holds assets whose title lies with a township, a county or a household, and the tables of a
// county count them by that. Until now every asset was the village's own, and the rows there already stay so.

export class AssetTitles1764241200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'assets', column: 'title_level text', value: "'village'" }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
