import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: money that lies still between county, township, village and person is asked about. When it had come to
// the offices before the village, and why it still lies, the books do not know: the village says it, with a
// day up to which the reason is good. What is said anew stands beside what was said before.

export const idleNoteTables: readonly TableDefinition[] = [
  {
    name: 'idle_notes',
    columns: `
      collective_id text, entry_id text, note_number count, county_on text?, township_on text?, why text?,
      reason_to text?, noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'entry_id', 'note_number'],
    foreignKeys: [toCollective, within(['entry_id'], 'ledger_entries')],
    checks: ['note_number >= 1', '(why IS NULL) = (reason_to IS NULL)'],
    appendOnly: true,
    recorded: true,
  },
];

class IdleNoteTables1764360010820 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, idleNoteTables);
    await addForeignKeys(runner, idleNoteTables);
    await guardAppendOnly(runner, idleNoteTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** In their order. */
export const idleNoteMigrations = [IdleNoteTables1764360010820] as const;
