import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the keeper of a joint station pays its land rent and insurance out of what came for the owners. Each
// owner bears his part by the share table: it stands with the keeper, and the owner's books take it there.

export const keptCostTables: readonly TableDefinition[] = [
  {
    // With the keeper: a cost he paid for the owners of a station. Its id is that of the payment.
    name: 'joint_costs',
    recorded: 'later',
    columns: `collective_id text, id text, asset_id text, kind text, name text, note text, reason text,
      amount_fen fen, paid_on text, share_table_from text, entry_id text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets'), within(['entry_id'], 'ledger_entries')],
    appendOnly: true,
  },
  {
    // With the keeper: what each owner bears of it; without an id where his books are kept elsewhere.
    name: 'joint_cost_parts',
    recorded: 'later',
    columns: 'collective_id text, cost_id text, owner text, owner_id text?, amount_fen fen',
    primaryKey: ['collective_id', 'cost_id', 'owner'],
    foreignKeys: [
      toCollective,
      within(['cost_id'], 'joint_costs'),
      { columns: ['owner_id'], table: 'collectives', references: ['id'] },
    ],
    appendOnly: true,
  },
  {
    // With an owner: that his books have taken his part of a keeper's cost, and by which voucher.
    name: 'joint_cost_takings',
    recorded: 'later',
    columns: 'collective_id text, keeper_id text, cost_id text, entry_id text',
    primaryKey: ['collective_id', 'keeper_id', 'cost_id', 'entry_id'],
    foreignKeys: [toCollective, within(['entry_id'], 'ledger_entries')],
    appendOnly: true,
  },
];

export class KeptCostTables1764273600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, keptCostTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class KeptCostForeignKeys1764273600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, keptCostTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class KeptCostGuards1764273600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, keptCostTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const keptCostMigrations = [
  KeptCostTables1764273600001,
  KeptCostForeignKeys1764273600002,
  KeptCostGuards1764273600003,
] as const;
