import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: upkeep that a regional fund pays, whole or in part, stood nowhere, so that nobody saw it when the same
// bill was deducted from the collective's income, too. It is kept beside the books, which it never touched.

export const costsElsewhereTables: readonly TableDefinition[] = [
  {
    name: 'costs_elsewhere',
    columns: `
      collective_id text, id text, asset_id text?, kind text, name text, bill_fen fen, elsewhere_fen fen,
      paid_on text, fund_year text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    checks: ['elsewhere_fen > 0', 'elsewhere_fen <= bill_fen'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'cost_elsewhere_withdrawals',
    columns: 'collective_id text, cost_id text, reason text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'cost_id'],
    foreignKeys: [toCollective, within(['cost_id'], 'costs_elsewhere')],
    appendOnly: true,
    recorded: true,
  },
];

class CostsElsewhereTables1764360000211 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, costsElsewhereTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class CostsElsewhereForeignKeys1764360000212 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, costsElsewhereTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class CostsElsewhereGuards1764360000213 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, costsElsewhereTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const costsElsewhereMigrations = [
  CostsElsewhereTables1764360000211,
  CostsElsewhereForeignKeys1764360000212,
  CostsElsewhereGuards1764360000213,
];
