import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a document asks that every share that was issued is somebody's before anything is given by the roll,
// and the books knew what holders have, but not how many shares there are.

export const issuedSharesTables: readonly TableDefinition[] = [
  {
    name: 'issued_shares',
    columns: `
      collective_id text, issue_number count, from_day text, share_hundredths count, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'issue_number'],
    foreignKeys: [toCollective],
    checks: ['issue_number >= 1', 'share_hundredths >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class IssuedSharesTables1764360010450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, issuedSharesTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class IssuedSharesForeignKeys1764360010451 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, issuedSharesTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class IssuedSharesGuards1764360010452 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, issuedSharesTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const issuedSharesMigrations = [
  IssuedSharesTables1764360010450,
  IssuedSharesForeignKeys1764360010451,
  IssuedSharesGuards1764360010452,
] as const;
