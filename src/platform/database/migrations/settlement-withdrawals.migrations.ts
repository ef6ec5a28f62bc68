import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a part of a keeper's slip that brought an owner no money stands in his books without a voucher, so
// that nothing could take it back there. The keeper took his slip back, and the owner's month went on saying
// that its slip had come, with its energy. That such a row no longer stands is a fact of its own.

export const settlementWithdrawalTables: readonly TableDefinition[] = [
  {
    name: 'settlement_withdrawals',
    recorded: true,
    columns: 'collective_id text, settlement_id text, withdrawn_on text, withdrawn_by text',
    primaryKey: ['collective_id', 'settlement_id'],
    foreignKeys: [toCollective, within(['settlement_id'], 'settlements')],
    appendOnly: true,
  },
];

class SettlementWithdrawalTables1764360006001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, settlementWithdrawalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class SettlementWithdrawalForeignKeys1764360006002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, settlementWithdrawalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class SettlementWithdrawalGuards1764360006003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, settlementWithdrawalTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const settlementWithdrawalMigrations = [
  SettlementWithdrawalTables1764360006001,
  SettlementWithdrawalForeignKeys1764360006002,
  SettlementWithdrawalGuards1764360006003,
];
