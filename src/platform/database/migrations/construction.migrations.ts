import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: an asset is built in stages under a contract, part of each kept back for a year, and nothing kept what
// was contracted, what of it is built and what is still owed. Each stage, and the acceptance that makes the
// work an asset, is a fact beside its voucher from now on.

export const constructionTables: readonly TableDefinition[] = [
  {
    name: 'construction_projects',
    columns: `
      collective_id text, id text, name text, contractor text, contract_sum_fen fen, pool text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'name']],
    foreignKeys: [toCollective],
    checks: ['contract_sum_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    // What happened to a project; its voucher says whether it still stands.
    name: 'construction_events',
    columns: `
      collective_id text, id text, project_id text, act text, happened_on text, amount_fen fen, kept_fen fen,
      due_on text?, asset_id text?, entry_id text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'project_id']],
    foreignKeys: [
      toCollective,
      within(['project_id'], 'construction_projects'),
      within(['asset_id'], 'assets'),
      within(['entry_id'], 'ledger_entries'),
    ],
    checks: [
      "act IN ('fund', 'stage', 'retention', 'acceptance')",
      'amount_fen >= 0',
      'kept_fen >= 0',
      'amount_fen + kept_fen > 0',
    ],
    appendOnly: true,
    recorded: true,
  },
];

export class ConstructionTables1764244800021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, constructionTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class ConstructionForeignKeys1764244800022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, constructionTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class ConstructionGuards1764244800023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, constructionTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const constructionMigrations = [
  ConstructionTables1764244800021,
  ConstructionForeignKeys1764244800022,
  ConstructionGuards1764244800023,
];
