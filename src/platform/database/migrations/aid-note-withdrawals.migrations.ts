import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a step, a signature or a paper that was noted with a list by mistake could be given another day and
// never be taken off: a step that had not been done stood as done. A note is withdrawn by a fact of its own.

export const aidNoteWithdrawalTables: readonly TableDefinition[] = [
  {
    name: 'aid_note_withdrawals',
    columns: `
      collective_id text, list_id text, note_number count, why text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'list_id', 'note_number'],
    foreignKeys: [within(['list_id', 'note_number'], 'aid_notes', ['list_id', 'note_number'])],
    appendOnly: true,
    recorded: true,
  },
];

class AidNoteWithdrawalsTables1764360009036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, aidNoteWithdrawalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AidNoteWithdrawalsForeignKeys1764360009037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, aidNoteWithdrawalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class AidNoteWithdrawalsGuards1764360009038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, aidNoteWithdrawalTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const aidNoteWithdrawalMigrations = [
  AidNoteWithdrawalsTables1764360009036,
  AidNoteWithdrawalsForeignKeys1764360009037,
  AidNoteWithdrawalsGuards1764360009038,
] as const;
