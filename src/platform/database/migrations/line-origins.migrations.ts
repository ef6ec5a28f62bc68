import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: books that begin in the middle take over loans, deposits and debts whose day the old books know, and
// nothing kept it: they all aged from the day the books began. The text of an entry is never changed, so the
// line carries the month and the day stands here.

export const lineOriginTables: readonly TableDefinition[] = [
  {
    // The day on which a debt arose that was taken over, by the line that brought it in.
    name: 'line_origins',
    recorded: 'later',
    columns: 'collective_id text, entry_id text, line_number count, arose_on text',
    primaryKey: ['collective_id', 'entry_id', 'line_number'],
    foreignKeys: [
      toCollective,
      within(['entry_id', 'line_number'], 'ledger_lines', ['entry_id', 'line_number']),
    ],
    appendOnly: true,
  },
];

export class LineOriginsTables1764234000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, lineOriginTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class LineOriginsForeignKeys1764234000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, lineOriginTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class LineOriginsGuards1764234000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, lineOriginTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}
