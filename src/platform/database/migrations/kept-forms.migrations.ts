import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, type TableDefinition } from './table-definition';

// Why: whoever drafts a plan loses an hour's typing when the page is closed, the line breaks or the log-in
// runs out. What is typed is kept while it is typed, for this person and this period alone. It is scratch
// paper: no fact, read by nobody else, written over and thrown away, and so not append-only.

export const keptFormTables: readonly TableDefinition[] = [
  {
    name: 'kept_forms',
    columns: 'collective_id text, user_id text, form text, typed text, kept_at text',
    primaryKey: ['collective_id', 'user_id', 'form'],
    foreignKeys: [toCollective],
  },
];

export class KeptFormsTables1764230400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, keptFormTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class KeptFormsForeignKeys1764230400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, keptFormTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}
