import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: a reason was kept by the kind of finding alone, so that one given for one person answered for whomever
// the same was found of since. From now on it is kept with the people about whom was asked; of those given
// before nobody knows, and they go on answering for the whole list.

class PayCheckPeople1764360011191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'pay_check_answers', column: 'about text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export const payCheckPeopleMigrations = [PayCheckPeople1764360011191] as const;
