import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { toCollective, within } from './links';
import { stocktakingTables } from './stocktakings.migrations';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: a stocktaking that was typed wrongly stood for ever, and nobody could enter another of its day. It may
// be withdrawn from now on, with a reason, and its day is free again. And a kept sheet printed the cost of
// the register as it is now: what each asset had cost and was worth in the books is kept with its line.

export const stocktakingWithdrawalTables: readonly TableDefinition[] = [
  {
    name: 'stocktaking_withdrawals',
    columns: `
      collective_id text, stocktaking_id text, reason text, withdrawn_by text,
      withdrawn_at text, digest text`,
    primaryKey: ['collective_id', 'stocktaking_id'],
    foreignKeys: [toCollective, within(['stocktaking_id'], 'stocktakings')],
    appendOnly: true,
    recorded: true,
  },
];

/** The same tables, but a day may have more than one; that one at most stands is seen to under the lock. */
const freed = stocktakingTables.map((table): TableDefinition => ({ ...table, uniques: [] }));

class StocktakingMendingTables1764280000101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner.dataSource) === 'postgres')
      await runner.query(
        'ALTER TABLE stocktakings DROP CONSTRAINT stocktakings_collective_id_counted_on_key',
      );
    else await buildAgain(runner);
    await addColumns(runner, [
      { table: 'stocktaking_lines', column: 'cost_fen fen?' },
      { table: 'stocktaking_lines', column: 'book_fen fen?' },
    ]);
    await createTables(runner, stocktakingWithdrawalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** SQLite drops no constraint: the rows wait beside while their tables are made anew, the last link first. */
async function buildAgain(runner: QueryRunner): Promise<void> {
  for (const { name } of freed) await runner.query(`CREATE TABLE kept_${name} AS SELECT * FROM ${name}`);
  for (const { name } of [...freed].reverse()) await runner.query(`DROP TABLE ${name}`);
  await createTables(runner, freed);
  for (const { name } of freed) {
    await runner.query(`INSERT INTO ${name} SELECT * FROM kept_${name}`);
    await runner.query(`DROP TABLE kept_${name}`);
  }
  await guardAppendOnly(runner, freed);
}

class StocktakingMendingForeignKeys1764280000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, stocktakingWithdrawalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class StocktakingMendingGuards1764280000103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, stocktakingWithdrawalTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const stocktakingMendingMigrations = [
  StocktakingMendingTables1764280000101,
  StocktakingMendingForeignKeys1764280000102,
  StocktakingMendingGuards1764280000103,
] as const;
