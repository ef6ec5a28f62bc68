import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: what was carried out says as what, through which way and from which machine; what was refused did not,
// and it is what an office asks after first. Refusals of before say nothing of it, and their text stays.

export class RefusedFrom1764360010950 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'refused_commands', column: 'role text?' },
      { table: 'refused_commands', column: 'way text?' },
      { table: 'refused_commands', column: 'address text?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
