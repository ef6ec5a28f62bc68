import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: no more posts than a region's share pay above the usual. Another number of seats moves that share as a
// pay does, so why is asked of it from now on; nobody was asked before, and those rows stay so.

export class SeatsReasons1764360010600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'post_seats', column: 'heavier_why text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
