import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a work or an industry project was finished once and for ever: where the voucher of one of its parts
// was taken back afterwards, what was to be paid could not be owed again, and a share that a document asks
// for stood as met. Each further act is a row: that such a reversal opened it again, and that it was finished
// anew; the last one holds.

const acts = (name: string, of: { readonly key: string; readonly table: string }): TableDefinition => ({
  name,
  columns: `
    collective_id text, ${of.key} text, act_number count, act text, happened_on text, reason text,
    entry_id text?, entered_by text, entered_at text`,
  primaryKey: ['collective_id', of.key, 'act_number'],
  foreignKeys: [within([of.key], of.table), within(['entry_id'], 'ledger_entries')],
  checks: ["act IN ('reopened', 'finished')", 'act_number >= 1'],
  appendOnly: true,
  recorded: true,
});

export const useEndTables: readonly TableDefinition[] = [
  acts('work_end_acts', { key: 'work_id', table: 'works' }),
  acts('industry_end_acts', { key: 'project_id', table: 'industry_projects' }),
];

class UseEndsTables1764360009030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, useEndTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class UseEndsForeignKeys1764360009031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, useEndTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class UseEndsGuards1764360009032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, useEndTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const useEndMigrations = [
  UseEndsTables1764360009030,
  UseEndsForeignKeys1764360009031,
  UseEndsGuards1764360009032,
] as const;
