import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: what a household is said to have had a head may be less than what the books paid it, since it is net
// of what its trade cost. Then why is asked from now on; nobody was asked before, and those rows stay so.

export class IncomeReasons1764360010550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'household_incomes', column: 'below_paid_why text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
