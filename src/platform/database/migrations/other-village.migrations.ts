import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: one person is a member of one collective. Where another village of the county has a number on its
// list, the second list says why: marriage, moving. Whoever was entered before was not asked.
class OtherVillageWhys1764360007220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'member_versions', column: 'other_village_why text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** In their order. */
export const otherVillageMigrations = [OtherVillageWhys1764360007220] as const;
