import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: the register of acts named a command and not what it was about: which plan, which step, how it ended;
// and of what was refused it left out every figure of the sentence. Rows of before say nothing of it, and
// their text stays.

export class ToldActs1764360011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'accepted_commands', column: 'about text?' },
      { table: 'refused_commands', column: 'facts text?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
