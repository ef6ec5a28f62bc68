import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what a plan gives to industry was owed as one sum on the day it was asked for; nobody could say what
// had been done for it, which households the project carries along, or what it gave back. A project is now
// paid stage by stage, each accepted by another, and what it promised stands beside what it did.

export const industryTables: readonly TableDefinition[] = [
  {
    name: 'industry_projects',
    columns: `
      collective_id text, id text, claim_id text, name text, operator text, fund_fen fen,
      promised_households count, yearly_return_fen fen?, return_from count?, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'name']],
    indexes: [['collective_id', 'claim_id']],
    foreignKeys: [toCollective, within(['claim_id'], 'claims')],
    checks: ['fund_fen >= 0', 'promised_households >= 0', 'yearly_return_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'industry_stages',
    columns: `
      collective_id text, id text, project_id text, stage_number count, reached_on text, done text,
      amount_fen fen, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'project_id', 'stage_number']],
    foreignKeys: [within(['project_id'], 'industry_projects')],
    checks: ['amount_fen > 0', 'stage_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'industry_acceptances',
    columns: `
      collective_id text, grant_id text, stage_id text, accepted_on text, entry_id text, accepted_by text,
      accepted_at text`,
    primaryKey: ['collective_id', 'grant_id'],
    indexes: [['collective_id', 'stage_id']],
    foreignKeys: [
      within(['grant_id'], 'grants'),
      within(['stage_id'], 'industry_stages'),
      within(['entry_id'], 'ledger_entries'),
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'industry_stage_withdrawals',
    columns: 'collective_id text, stage_id text, why text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'stage_id'],
    foreignKeys: [within(['stage_id'], 'industry_stages')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'industry_links',
    columns: `
      collective_id text, id text, project_id text, household_id text, linked_on text, way text, status text?,
      status_words text?, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [
      ['collective_id', 'project_id'],
      ['collective_id', 'household_id'],
    ],
    foreignKeys: [within(['project_id'], 'industry_projects'), within(['household_id'], 'households')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'industry_link_ends',
    columns: 'collective_id text, link_id text, ended_on text, why text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'link_id'],
    foreignKeys: [within(['link_id'], 'industry_links')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'industry_returns',
    columns: `
      collective_id text, id text, project_id text, return_year count, entry_id text, amount_fen fen,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'entry_id']],
    foreignKeys: [within(['project_id'], 'industry_projects'), within(['entry_id'], 'ledger_entries')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'industry_reviews',
    columns: `
      collective_id text, id text, project_id text, looked_on text, seen text, gain_fen fen?,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'project_id']],
    foreignKeys: [within(['project_id'], 'industry_projects')],
    checks: ['gain_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'industry_closings',
    columns: `
      collective_id text, project_id text, finished_on text, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'project_id'],
    foreignKeys: [within(['project_id'], 'industry_projects')],
    appendOnly: true,
    recorded: true,
  },
];

class IndustryTables1764360006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, industryTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class IndustryForeignKeys1764360006101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, industryTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class IndustryGuards1764360006102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, industryTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const industryMigrations = [
  IndustryTables1764360006100,
  IndustryForeignKeys1764360006101,
  IndustryGuards1764360006102,
] as const;
