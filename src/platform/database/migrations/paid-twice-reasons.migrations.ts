import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: somebody may be on a post and on a labour sheet on the same days. Nothing forbids it, but it is asked
// why a day is paid twice, from now on; nobody was asked before, and those rows stay so.

export class PaidTwiceReasons1764360010630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'attendance_sheets', column: 'both_why text?' },
      { table: 'work_sheets', column: 'both_why text?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
