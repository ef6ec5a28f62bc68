import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: what is put into a firm becomes a stake, and the stake is another asset than the one that left: what
// it earns belongs to it. Contributions of before have none; their investment stands as it was booked.
export class ContributedStakes1764360002040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'asset_events', column: 'stake_id text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
