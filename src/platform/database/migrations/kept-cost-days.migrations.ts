import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the days of a keeper's bill stood in words beside its note. An owner's books hold them against what
// his own contracts charge for those days. A cost from before has no row, and neither has a bill that says
// no days.

export const keptCostDayTables: readonly TableDefinition[] = [
  {
    // With the keeper: the days that a cost's bill says it is for.
    name: 'joint_cost_days',
    columns: 'collective_id text, cost_id text, served_from text, served_to text',
    primaryKey: ['collective_id', 'cost_id'],
    foreignKeys: [toCollective, within(['cost_id'], 'joint_costs')],
    appendOnly: true,
    recorded: true,
  },
];

class KeptCostDayTables1764360010627 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, keptCostDayTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class KeptCostDayForeignKeys1764360010628 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, keptCostDayTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class KeptCostDayGuards1764360010629 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, keptCostDayTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const keptCostDayMigrations = [
  KeptCostDayTables1764360010627,
  KeptCostDayForeignKeys1764360010628,
  KeptCostDayGuards1764360010629,
] as const;
