import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: when a bookkeeper, a cashier or a head of the village changes, what the one handed to the other stood
// on a sheet outside the books, and nobody could say afterwards what was there that day. It is kept line by
// line as the books had it, hashed together with the names and the list of keys and papers.

export const handoverTables: readonly TableDefinition[] = [
  {
    name: 'handovers',
    columns: `
      collective_id text, id text, handed_on text, post text, handed_by text, taken_by text,
      watched_by text, papers text, remark text, entered_by text, entered_at text, digest text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'handover_lines',
    recorded: 'later',
    columns: `
      collective_id text, handover_id text, line count, part text, key text, label text, said text,
      amount_fen fen?`,
    primaryKey: ['collective_id', 'handover_id', 'line'],
    foreignKeys: [toCollective, within(['handover_id'], 'handovers')],
    checks: ['line > 0'],
    appendOnly: true,
  },
];

class HandoversTables1764280000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, handoverTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class HandoversForeignKeys1764280000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, handoverTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class HandoversGuards1764280000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, handoverTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const handoverMigrations = [
  HandoversTables1764280000111,
  HandoversForeignKeys1764280000112,
  HandoversGuards1764280000113,
] as const;
