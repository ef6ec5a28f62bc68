import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a note that subsidy is still owed stood for ever, and with it the opening that had brought it:
// whoever had noted it on the wrong month could put neither right. It may be withdrawn from now on, with a
// reason which stays.

export const subsidyNoteWithdrawalTables: readonly TableDefinition[] = [
  {
    name: 'subsidy_note_withdrawals',
    columns: 'collective_id text, note_id text, reason text, withdrawn_by text, withdrawn_at text',
    primaryKey: ['collective_id', 'note_id'],
    foreignKeys: [toCollective, within(['note_id'], 'subsidy_cuts')],
    appendOnly: true,
    recorded: true,
  },
];

class SubsidyNoteWithdrawalsTables1764360006063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, subsidyNoteWithdrawalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class SubsidyNoteWithdrawalsForeignKeys1764360006064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, subsidyNoteWithdrawalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class SubsidyNoteWithdrawalsGuards1764360006065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, subsidyNoteWithdrawalTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const subsidyNoteWithdrawalMigrations = [
  SubsidyNoteWithdrawalsTables1764360006063,
  SubsidyNoteWithdrawalsForeignKeys1764360006064,
  SubsidyNoteWithdrawalsGuards1764360006065,
] as const;
