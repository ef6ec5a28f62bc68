import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the register says what there should be, and nothing kept what was there when people went and looked.
// A stocktaking answers for every asset of its day from now on, and what differs is decided one by one.

export const stocktakingTables: readonly TableDefinition[] = [
  {
    name: 'stocktakings',
    columns: `
      collective_id text, id text, counted_on text, counted_by text, watched_by text, entered_by text,
      entered_at text, digest text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'counted_on']],
    foreignKeys: [toCollective],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'stocktaking_lines',
    recorded: 'later',
    columns: `
      collective_id text, stocktaking_id text, line count, asset_id text?, name text, finding text,
      remark text`,
    primaryKey: ['collective_id', 'stocktaking_id', 'line'],
    foreignKeys: [toCollective, within(['stocktaking_id'], 'stocktakings'), within(['asset_id'], 'assets')],
    checks: ["finding IN ('found', 'missing', 'damaged', 'differs', 'unlisted')", 'line > 0'],
    appendOnly: true,
  },
  {
    name: 'stocktaking_decisions',
    columns: `
      collective_id text, stocktaking_id text, line count, decision text, reason text, decided_by text,
      decided_at text, digest text`,
    primaryKey: ['collective_id', 'stocktaking_id', 'line'],
    foreignKeys: [
      toCollective,
      within(['stocktaking_id', 'line'], 'stocktaking_lines', ['stocktaking_id', 'line']),
    ],
    checks: ["decision IN ('toDisposal', 'toRegister', 'explained')"],
    appendOnly: true,
    recorded: true,
  },
];

export class StocktakingsTables1764262800021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, stocktakingTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class StocktakingsForeignKeys1764262800022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, stocktakingTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class StocktakingsGuards1764262800023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, stocktakingTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}
