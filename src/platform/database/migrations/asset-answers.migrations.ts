import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: documents ask of an asset what no books know: on what land it stands, in which yearly plan it is,
// whether it was handed over. What the office answers is kept with its day and its paper, and every rule is
// judged over it.

export const assetAnswerTables: readonly TableDefinition[] = [
  {
    // An answer about an asset, a contract, a project or the village; of one day the one given last counts.
    name: 'asset_answers',
    columns: `
      collective_id text, about_id text, number count, about_kind text, question text, value text,
      from_on text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'about_id', 'number'],
    foreignKeys: [toCollective],
    checks: ["about_kind IN ('asset', 'lease', 'project', 'village')", 'number > 0'],
    appendOnly: true,
    recorded: true,
  },
];

export class AssetAnswersTables1764280000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, assetAnswerTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class AssetAnswersForeignKeys1764280000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, assetAnswerTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class AssetAnswersGuards1764280000202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, assetAnswerTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const assetAnswerMigrations = [
  AssetAnswersTables1764280000200,
  AssetAnswersForeignKeys1764280000201,
  AssetAnswersGuards1764280000202,
];
