import type { MigrationInterface, QueryRunner } from 'typeorm';
import { settlementWithdrawalMigrations } from './settlement-withdrawals.migrations';
import { addColumns } from './table-definition';

// Why: a slip whose tax the keeper bears was refused, and its month could not be finished. It is booked now,
// and says whose its tax is; slips of before are those whose owners bear it, and have nothing here.
class BorneTaxes1764360006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'joint_slip_taxes', column: 'bearer text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export const borneTaxMigrations = [BorneTaxes1764360006000, ...settlementWithdrawalMigrations];
