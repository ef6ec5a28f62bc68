import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a sheet of the books was about days of one's choice. A correction is about the one sheet it puts
// right, a resolution about the one plan that was voted on: both have the days of their matter, and two of
// the same days are two sheets. The sheet names such a row where another names its plan or its days.

export const noticeMatterTables: readonly TableDefinition[] = [
  {
    name: 'notice_matters',
    columns: 'collective_id text, id text, sheet text, matter_id text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'sheet', 'matter_id']],
    foreignKeys: [toCollective],
    appendOnly: true,
    recorded: true,
  },
];

class NoticeMatterTables1764360011050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, noticeMatterTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class NoticeMatterForeignKeys1764360011051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, noticeMatterTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class NoticeMatterGuards1764360011052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, noticeMatterTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const noticeMatterMigrations = [
  NoticeMatterTables1764360011050,
  NoticeMatterForeignKeys1764360011051,
  NoticeMatterGuards1764360011052,
] as const;
