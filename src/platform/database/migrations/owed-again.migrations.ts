import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a sheet that was taken back and written anew was accepted a second time beside the new one, without a
// word. It asks from now on; nobody was asked before, and those rows stay so.

export class OwedAgainReasons1764360010711 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'work_acceptances', column: 'again_why text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
