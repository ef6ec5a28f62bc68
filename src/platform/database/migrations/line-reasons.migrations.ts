import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a plan came back with one reason for all of it, and the village looked for the line that was meant.
// Each line may have its own from now on; plans that were returned before have none.

export class LineReasons1764360010706 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'approval_decisions', column: 'line_reasons text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
