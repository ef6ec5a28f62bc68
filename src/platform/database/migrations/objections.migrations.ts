import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a sheet named a telephone for objections, and what was said there stood nowhere: nobody could tell
// that it was answered, or in time. Each has its number now, its deadline and its answer. The telephone of
// whoever made it is sealed and stands by itself, as it is sealed anew under another key.

export const objectionTables: readonly TableDefinition[] = [
  {
    name: 'objections',
    columns: `
      collective_id text, id text, notice_id text, year count, objection_number count, received_on text,
      due_on text, source_kind text, text text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'year', 'objection_number']],
    foreignKeys: [toCollective, within(['notice_id'], 'notices')],
    checks: ["source_kind IN ('office', 'page')", 'objection_number > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'objection_answers',
    columns: `
      collective_id text, objection_id text, answered_on text, what text, said text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'objection_id'],
    foreignKeys: [toCollective, within(['objection_id'], 'objections')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'objection_phones',
    columns: 'collective_id text, objection_id text, key_id text, sealed text',
    primaryKey: ['collective_id', 'objection_id'],
    foreignKeys: [toCollective, within(['objection_id'], 'objections')],
    recorded: true,
  },
  {
    name: 'objection_phone_reads',
    columns: 'collective_id text, objection_id text, read_number count, read_by text, read_at text',
    primaryKey: ['collective_id', 'objection_id', 'read_number'],
    foreignKeys: [toCollective, within(['objection_id'], 'objection_phones', ['objection_id'])],
    appendOnly: true,
    recorded: true,
  },
];

class ObjectionTables1764360010673 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, objectionTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ObjectionForeignKeys1764360010674 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, objectionTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ObjectionGuards1764360010675 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, objectionTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const objectionMigrations = [
  ObjectionTables1764360010673,
  ObjectionForeignKeys1764360010674,
  ObjectionGuards1764360010675,
] as const;
