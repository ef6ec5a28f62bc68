import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a bank's file holds the full account of everybody on a list. Who took it, when, in which form and with
// which bytes is kept, so that a file that turns up somewhere can be told from one that was never taken.

export const payFileReadTables: readonly TableDefinition[] = [
  {
    name: 'pay_file_reads',
    columns: `
      collective_id text, list_id text, read_number count, layout text, file_digest text,
      read_by text, read_at text`,
    primaryKey: ['collective_id', 'list_id', 'read_number'],
    foreignKeys: [within(['list_id'], 'pay_lists')],
    checks: ['read_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class PayFileReadTables1764360010870 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, payFileReadTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PayFileReadForeignKeys1764360010871 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, payFileReadTables);
    await guardAppendOnly(runner, payFileReadTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the table.
  }
}

/** In their order. */
export const payFileReadMigrations = [
  PayFileReadTables1764360010870,
  PayFileReadForeignKeys1764360010871,
] as const;
