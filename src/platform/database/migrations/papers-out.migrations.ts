import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: some laws want a meeting's papers out so many days before it, and nothing said on which day they were.
// Steps of before have none; their routes did not ask.

export class PapersOut1764360010650 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'procedure_steps', column: 'papers_out_on text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
