import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: inspectors ask whether what was paid is what was entered in the national system, and nobody could
// show it. For each list it is noted who entered it, on which day and with which figures; what is paid of the
// list now is held against the last note. A correction in the system is a further note, none is changed.

export const nationalEntryTables: readonly TableDefinition[] = [
  {
    name: 'national_entries',
    columns: `
      collective_id text, list_id text, note_number count, entered_on text, total_fen fen,
      line_count count, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'list_id', 'note_number'],
    foreignKeys: [within(['list_id'], 'pay_lists')],
    checks: ['note_number >= 1', 'total_fen >= 0', 'line_count >= 0'],
    appendOnly: true,
    recorded: true,
  },
];

class NationalEntryTables1764360010992 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, nationalEntryTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class NationalEntryForeignKeys1764360010993 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, nationalEntryTables);
    await guardAppendOnly(runner, nationalEntryTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the table.
  }
}

/** In their order. */
export const nationalEntryMigrations = [
  NationalEntryTables1764360010992,
  NationalEntryForeignKeys1764360010993,
] as const;
