import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: owner and village often agree that the insurance is his and the upkeep theirs, and one bearer stood
// for all costs. Nothing here means all of them, as in every row of before. And an owner who pays his part
// himself had to wait until something came for him: `paid_by` says that he did; it is empty where it was
// kept back.
class BorneCosts1764360010100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'custody_cost_bearers', column: 'cost_kind text?' },
      { table: 'custody_costs', column: 'cost_kind text?' },
      { table: 'custody_costs', column: 'paid_by text?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export const borneCostMigrations = [BorneCosts1764360010100] as const;
