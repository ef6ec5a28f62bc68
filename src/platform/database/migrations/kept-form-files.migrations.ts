import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, type TableDefinition } from './table-definition';

// Why: what is typed into a slip was kept while it is typed, and its scan was not: whoever had the paper in
// hand had to look for the voucher afterwards to put it there. A scan chosen with a form is scratch paper as
// the form is: its bytes lie here, and go with the draft; what is booked is kept as any other paper.

export const keptFormFileTables: readonly TableDefinition[] = [
  {
    name: 'kept_form_files',
    columns: `
      collective_id text, user_id text, form text, sha256 text, media_type text, width count?, height count?,
      bytes bytes, kept_at text`,
    primaryKey: ['collective_id', 'user_id', 'form', 'sha256'],
    foreignKeys: [toCollective],
  },
];

class KeptFormFiles1764360008074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, keptFormFileTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class KeptFormFilesForeignKeys1764360008075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, keptFormFileTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

/** In their order. */
export const keptFormFileMigrations = [
  KeptFormFiles1764360008074,
  KeptFormFilesForeignKeys1764360008075,
] as const;
