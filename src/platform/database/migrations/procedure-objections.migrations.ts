import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: whoever objected to a round of members' dividends while it hung stood nowhere, and nothing waited for
// an answer. Each is numbered in its round, and each is answered once.

const KEY = ['collective_id', 'subject_kind', 'subject_id', 'objection_number'];

export const procedureObjectionTables: readonly TableDefinition[] = [
  {
    name: 'procedure_objections',
    columns: `
      collective_id text, subject_kind text, subject_id text, objection_number count, received_on text,
      what text, entered_by text, entered_at text`,
    primaryKey: KEY,
    foreignKeys: [toCollective],
    checks: ['objection_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'procedure_answers',
    columns: `
      collective_id text, subject_kind text, subject_id text, objection_number count, answered_on text,
      said text, entered_by text, entered_at text`,
    primaryKey: KEY,
    foreignKeys: [within(KEY.slice(1), 'procedure_objections', KEY.slice(1))],
    appendOnly: true,
    recorded: true,
  },
];

class ProcedureObjectionTables1764360011082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, procedureObjectionTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ProcedureObjectionForeignKeys1764360011083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, procedureObjectionTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ProcedureObjectionGuards1764360011084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, procedureObjectionTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const procedureObjectionMigrations = [
  ProcedureObjectionTables1764360011082,
  ProcedureObjectionForeignKeys1764360011083,
  ProcedureObjectionGuards1764360011084,
] as const;
