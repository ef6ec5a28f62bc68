import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what a stocktaking found and no register listed was at its end only once an asset of the very name was
// registered. What is listed under another name, or was registered under its proper one, stayed open for
// ever. Which asset of the register a find is may be said from now on, with its reason.

export const stocktakingMatchTables: readonly TableDefinition[] = [
  {
    name: 'stocktaking_matches',
    columns: `
      collective_id text, stocktaking_id text, line count, asset_id text, reason text, matched_by text,
      matched_at text, digest text`,
    primaryKey: ['collective_id', 'stocktaking_id', 'line'],
    foreignKeys: [
      toCollective,
      within(['stocktaking_id', 'line'], 'stocktaking_lines', ['stocktaking_id', 'line']),
      within(['asset_id'], 'assets'),
    ],
    appendOnly: true,
    recorded: true,
  },
];

class StocktakingMatchesTables1764360009010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, stocktakingMatchTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class StocktakingMatchesForeignKeys1764360009011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, stocktakingMatchTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class StocktakingMatchesGuards1764360009012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, stocktakingMatchTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const stocktakingMatchMigrations = [
  StocktakingMatchesTables1764360009010,
  StocktakingMatchesForeignKeys1764360009011,
  StocktakingMatchesGuards1764360009012,
] as const;
