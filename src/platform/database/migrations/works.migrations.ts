import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: labour of small public works was owed as the one sum of the plan, and nobody could say for whose days.
// A sheet now says person by person what is owed; one enters it, another accepts it, and only then it is
// granted, by the grant of the plan's line and in no other way.

export const worksTables: readonly TableDefinition[] = [
  {
    name: 'works',
    columns: `
      collective_id text, id text, claim_id text, name text, investment_fen fen?, central_fen fen?,
      region_fen fen?, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'name']],
    indexes: [['collective_id', 'claim_id']],
    foreignKeys: [toCollective, within(['claim_id'], 'claims')],
    checks: ['investment_fen > 0', 'central_fen >= 0', 'region_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'work_sheets',
    columns: `
      collective_id text, id text, work_id text, sheet_number count, from_day text, to_day text,
      amount_fen fen, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'work_id', 'sheet_number']],
    foreignKeys: [within(['work_id'], 'works')],
    checks: ['amount_fen > 0', 'sheet_number >= 1', 'from_day <= to_day'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'work_sheet_lines',
    columns: `
      collective_id text, sheet_id text, member_id text, line_number count, half_days count, rate_fen fen,
      amount_fen fen, status text?`,
    primaryKey: ['collective_id', 'sheet_id', 'member_id'],
    indexes: [['collective_id', 'member_id']],
    foreignKeys: [within(['sheet_id'], 'work_sheets'), within(['member_id'], 'members')],
    checks: ['half_days > 0', 'rate_fen > 0', 'amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'work_acceptances',
    columns: `
      collective_id text, grant_id text, sheet_id text, accepted_on text, entry_id text, accepted_by text,
      accepted_at text`,
    primaryKey: ['collective_id', 'grant_id'],
    indexes: [['collective_id', 'sheet_id']],
    foreignKeys: [
      within(['grant_id'], 'grants'),
      within(['sheet_id'], 'work_sheets'),
      within(['entry_id'], 'ledger_entries'),
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'work_sheet_withdrawals',
    columns: 'collective_id text, sheet_id text, why text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'sheet_id'],
    foreignKeys: [within(['sheet_id'], 'work_sheets')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'work_closings',
    columns: `
      collective_id text, work_id text, finished_on text, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'work_id'],
    foreignKeys: [within(['work_id'], 'works')],
    appendOnly: true,
    recorded: true,
  },
];

class WorksTables1764360005150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, worksTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class WorksForeignKeys1764360005151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, worksTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class WorksGuards1764360005152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, worksTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const worksMigrations = [
  WorksTables1764360005150,
  WorksForeignKeys1764360005151,
  WorksGuards1764360005152,
] as const;
