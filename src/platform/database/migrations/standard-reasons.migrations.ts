import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a document expects of standards of aid that they grow, and that one is so many times another. Where a
// county gives one that is not, why is asked from now on; nobody was asked before, and those rows stay so.

export class StandardReasons1764360010463 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'local_standards', column: 'why text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
