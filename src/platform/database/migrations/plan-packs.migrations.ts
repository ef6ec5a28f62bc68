import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: a plan kept only the digest of its policy, so an edited file made every past plan unreadable. From now
// on its books keep the text of each policy a plan stood under, and each plan the numbers it was judged by.

export const planPackTables: readonly TableDefinition[] = [
  {
    // The canonical text of a policy, once for each edition that a plan of the collective stood under.
    name: 'kept_packs',
    recorded: 'later',
    columns: 'collective_id text, digest text, pack_id text, canonical text, kept_at text',
    primaryKey: ['collective_id', 'digest'],
    foreignKeys: [toCollective],
    appendOnly: true,
  },
  {
    // The numbers a plan was judged by that the document leaves open; no value where nobody had given one.
    name: 'plan_numbers',
    recorded: 'later',
    columns: `
      collective_id text, plan_id text, number_id text, decided_by text, value text?, valid_from text?,
      paper text?`,
    primaryKey: ['collective_id', 'plan_id', 'number_id'],
    foreignKeys: [within(['plan_id'], 'plans')],
    appendOnly: true,
  },
];

/** Which form the digest of a plan is taken in, and what the books said when it was drafted. */
const columns = [
  { table: 'plans', column: 'form text', value: "'plan/1'" },
  { table: 'plans', column: 'ground text?' },
] as const;

export class PlanPacksTables1764219600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, planPackTables);
    await addColumns(runner, columns);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class PlanPacksForeignKeys1764219600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, planPackTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class PlanPacksGuards1764219600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, planPackTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const planPackMigrations = [
  PlanPacksTables1764219600001,
  PlanPacksForeignKeys1764219600002,
  PlanPacksGuards1764219600003,
] as const;
