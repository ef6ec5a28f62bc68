import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: an improvement out of money that is distributed is another necessary cost, and the notice prints why
// it was necessary. Nobody was asked until now; those rows stay so.

export class ImprovementReasons1764280000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'asset_events', column: 'reason text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
