import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a keeper's bill of days before a change of shares was split by the table of the day it was paid. Now
// it is split by the tables of its days, and what is each table's is kept: later costs of that table go on
// from it. Costs from before have no row here; they are wholly of the table that their own row names.

export const keptCostShareTables: readonly TableDefinition[] = [
  {
    // With the keeper: what of a cost is an owner's by one share table, and who bears it.
    name: 'joint_cost_shares',
    columns: `collective_id text, cost_id text, share_table_from text, owner text, bearer text,
      amount_fen fen`,
    primaryKey: ['collective_id', 'cost_id', 'share_table_from', 'owner'],
    foreignKeys: [toCollective, within(['cost_id'], 'joint_costs')],
    appendOnly: true,
    recorded: true,
  },
];

class KeptCostShareTables1764360010570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, keptCostShareTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class KeptCostShareForeignKeys1764360010571 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, keptCostShareTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class KeptCostShareGuards1764360010572 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, keptCostShareTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const keptCostShareMigrations = [
  KeptCostShareTables1764360010570,
  KeptCostShareForeignKeys1764360010571,
  KeptCostShareGuards1764360010572,
] as const;
