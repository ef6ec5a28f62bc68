import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a wage of a post is owed to somebody who was appointed to it, for days on it, at what it paid then. So
// the post, what it pays from which month, who is on it from when to when, and who left it before stand as
// dated facts, each with its paper and the reasons that were given; nothing of them is ever changed.

export const postTables: readonly TableDefinition[] = [
  {
    name: 'posts',
    columns: `
      collective_id text, id text, post_number count, kind text, name text, duties text, place_of_work text,
      seats count, opened_on text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'post_number']],
    foreignKeys: [toCollective],
    checks: ['post_number >= 1', 'seats >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'post_standards',
    columns: `
      collective_id text, post_id text, standard_number count, from_month text, every text, amount_fen fen,
      paper text, reasons text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'post_id', 'standard_number'],
    foreignKeys: [within(['post_id'], 'posts')],
    checks: ['standard_number >= 1', 'amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'post_appointments',
    columns: `
      collective_id text, id text, appointment_number count, post_id text, member_id text, shown_from text,
      shown_to text, from_day text, to_day text, target_group text, paper text, reasons text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'appointment_number']],
    foreignKeys: [within(['post_id'], 'posts'), within(['member_id'], 'members')],
    checks: ['appointment_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'post_leavings',
    columns: `
      collective_id text, appointment_id text, left_on text, why text, paper text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'appointment_id'],
    foreignKeys: [within(['appointment_id'], 'post_appointments')],
    appendOnly: true,
    recorded: true,
  },
];

class PostTables1764360005111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, postTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PostForeignKeys1764360005112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, postTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class PostGuards1764360005113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, postTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const postMigrations = [
  PostTables1764360005111,
  PostForeignKeys1764360005112,
  PostGuards1764360005113,
] as const;
