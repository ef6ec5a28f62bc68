import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: a notice cuts the subsidy of a joint station with its keeper, and the owners are the ones who lose it.
// What each owner loses stands with the keeper until the owner's books have taken it, as a slip's part does.

const part = within(['cut_id', 'owner'], 'joint_cut_parts', ['cut_id', 'owner']);

export const jointCutTables: readonly TableDefinition[] = [
  {
    // With the keeper: what a cut takes from each owner; without an id where his books are kept elsewhere.
    name: 'joint_cut_parts',
    recorded: 'later',
    columns: 'collective_id text, cut_id text, owner text, owner_id text?, amount_fen fen',
    primaryKey: ['collective_id', 'cut_id', 'owner'],
    foreignKeys: [
      toCollective,
      within(['cut_id'], 'subsidy_cuts'),
      { columns: ['owner_id'], table: 'collectives', references: ['id'] },
    ],
    checks: ['amount_fen > 0'],
    appendOnly: true,
  },
  {
    // That an owner's books took a part, or took it back with the cut, and by which vouchers on either side.
    name: 'joint_cut_deliveries',
    recorded: 'later',
    columns: `collective_id text, cut_id text, owner text, act text, owner_entry_id text, entry_id text,
      done_at text`,
    primaryKey: ['collective_id', 'cut_id', 'owner', 'act'],
    foreignKeys: [toCollective, part, within(['entry_id'], 'ledger_entries')],
    checks: ["act IN ('taken', 'taken_back')"],
    appendOnly: true,
  },
];

export class JointCutsTables1764360000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, jointCutTables);
    // With an owner: which cut of his station's keeper a row is his part of.
    await addColumns(runner, [{ table: 'subsidy_cuts', column: 'keepers_cut text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class JointCutsForeignKeys1764360000502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, jointCutTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class JointCutsGuards1764360000503 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, jointCutTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const jointCutMigrations = [
  JointCutsTables1764360000501,
  JointCutsForeignKeys1764360000502,
  JointCutsGuards1764360000503,
];
