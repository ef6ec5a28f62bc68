import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, type TableDefinition } from './table-definition';

// Why: whoever wanted to know what other figures would do to a plan had to draft it anew, which voids every
// signature on it. A copy of a plan is tried with other figures and may be kept under a name. It is scratch
// paper: it has no state, no digest and no steps, nothing refers to it, and it is thrown away; so it is
// neither append-only nor on record.

export const whatIfTables: readonly TableDefinition[] = [
  {
    name: 'what_ifs',
    columns: `
      collective_id text, id text, plan_kind text, plan_id text, name text, typed text, kept_by text,
      kept_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'plan_id', 'name']],
    foreignKeys: [toCollective],
    checks: ["plan_kind IN ('plan', 'year_plan')"],
  },
];

class WhatIfTables1764360010780 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, whatIfTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class WhatIfForeignKeys1764360010781 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, whatIfTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

/** In their order. */
export const whatIfMigrations = [WhatIfTables1764360010780, WhatIfForeignKeys1764360010781] as const;
