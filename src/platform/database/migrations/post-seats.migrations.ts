import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a post was for as many people as on the day it was opened, for ever. What the village needs changes:
// from a day on a post is for more or fewer people, or for nobody any more; nobody loses his place by it.

export const postSeatsTables: readonly TableDefinition[] = [
  {
    name: 'post_seats',
    columns: `
      collective_id text, post_id text, change_number count, from_day text, seats count, why text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'post_id', 'change_number'],
    foreignKeys: [within(['post_id'], 'posts')],
    checks: ['change_number >= 1', 'seats >= 0'],
    appendOnly: true,
    recorded: true,
  },
];

class PostSeatsTables1764360007076 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, postSeatsTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PostSeatsForeignKeys1764360007077 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, postSeatsTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class PostSeatsGuards1764360007078 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, postSeatsTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const postSeatsMigrations = [
  PostSeatsTables1764360007076,
  PostSeatsForeignKeys1764360007077,
  PostSeatsGuards1764360007078,
] as const;
