import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a village decides first what it will use the money of a year for; only periods that were over could be
// planned. A yearly plan says what money is expected and from where, the uses and what is kept back. It
// grants nothing: only a period's distribution does, out of money that came.

export const yearPlanTables: readonly TableDefinition[] = [
  {
    name: 'year_plans',
    columns: `
      collective_id text, id text, pool text, year count, revision count, state text, pack_id text,
      pack_digest text, route_id text, route_text text?, drafted_by text, drafted_on text, drafted_at text,
      numbers text, ground text, reasons text, reason text, digest text?`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'pool', 'year', 'revision']],
    foreignKeys: [toCollective],
    checks: [
      "state IN ('drafted', 'submitted', 'returned', 'voided', 'approved', 'replaced')",
      'revision >= 1',
      "pool IN ('pv', 'other')",
    ],
    recorded: true,
  },
  {
    name: 'year_plan_lines',
    columns: `
      collective_id text, plan_id text, line_number count, part text, code text, for_what text,
      beneficiaries count?, standard_fen fen?, months count?, proposed_fen fen?, basis text, amount_fen fen,
      reason text`,
    primaryKey: ['collective_id', 'plan_id', 'line_number'],
    foreignKeys: [within(['plan_id'], 'year_plans')],
    checks: [
      "part IN ('money', 'use', 'reserve')",
      "part = 'money' OR amount_fen >= 0",
      'beneficiaries * standard_fen * months = amount_fen OR beneficiaries IS NULL',
    ],
    appendOnly: true,
    recorded: true,
  },
];

class YearPlanTables1764360010740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, yearPlanTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class YearPlanForeignKeys1764360010741 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, yearPlanTables);
    await guardAppendOnly(runner, yearPlanTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the tables.
  }
}

/** In their order. */
export const yearPlanMigrations = [YearPlanTables1764360010740, YearPlanForeignKeys1764360010741] as const;
