import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a labour sheet paid somebody who cannot work, or an officer of the village, without a word, while a
// post would not take them. It is asked from now on; nobody was asked before, and those rows stay so.

export class LabourReasons1764360010700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'work_sheets', column: 'labour_why text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
