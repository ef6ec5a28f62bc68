import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: documents set townships and counties goals over figures that no village's books know (how many found
// work, how much of a fund went where), and days by which something is to be done. Such a figure is entered
// by an office with its day and paper, and a later row of the same corrects it.

export const indicatorFigureTables: readonly TableDefinition[] = [
  {
    name: 'indicator_figures',
    columns: `
      collective_id text, number count, pack_id text, line text, about_id text, period text, figure text,
      value text, figures_on text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'number'],
    foreignKeys: [toCollective],
    checks: ['number > 0'],
    appendOnly: true,
    recorded: true,
  },
];

class IndicatorFiguresTables1764360000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, indicatorFigureTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class IndicatorFiguresForeignKeys1764360000311 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, indicatorFigureTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class IndicatorFiguresGuards1764360000312 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, indicatorFigureTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const indicatorFigureMigrations = [
  IndicatorFiguresTables1764360000310,
  IndicatorFiguresForeignKeys1764360000311,
  IndicatorFiguresGuards1764360000312,
];
