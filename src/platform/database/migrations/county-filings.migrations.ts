import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what is filed with a county was noted by the township with a number that somebody told it. A county in
// the program gives the number itself: a book of its own, each year from 1 without a gap, in which each row
// says which village's plan it was, by which bytes.

export const countyFilingTables: readonly TableDefinition[] = [
  {
    name: 'county_filings',
    columns: `
      collective_id text, filing_year count, filing_number count, village_id text, subject_kind text,
      subject_id text, step_number count, digest text, filed_on text, receipt_paper text, filed_by text,
      filed_at text`,
    primaryKey: ['collective_id', 'filing_year', 'filing_number'],
    uniques: [['collective_id', 'village_id', 'subject_kind', 'subject_id', 'step_number']],
    foreignKeys: [toCollective],
    checks: ['filing_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class CountyFilingTables1764360010830 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, countyFilingTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class CountyFilingForeignKeys1764360010831 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, countyFilingTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class CountyFilingGuards1764360010832 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, countyFilingTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const countyFilingMigrations = [
  CountyFilingTables1764360010830,
  CountyFilingForeignKeys1764360010831,
  CountyFilingGuards1764360010832,
] as const;
