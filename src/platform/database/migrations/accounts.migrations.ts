import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: an account was made by a story alone and stood for ever, with the password somebody else knew. The
// office above makes it, ends it and sets its password anew, each act with who did it; the first log-in
// after that leads to a password of one's own, which is none of the last ones.

export const accountTables: readonly TableDefinition[] = [
  {
    name: 'account_events',
    columns: `
      collective_id text, user_id text, number count, act text, done_by text, done_at text,
      roles_before text, roles text`,
    primaryKey: ['collective_id', 'user_id', 'number'],
    foreignKeys: [toCollective, { columns: ['user_id'], table: 'users', references: ['id'] }],
    checks: ['number >= 1', "act IN ('made', 'ended', 'password', 'ownPassword', 'roles')"],
    appendOnly: true,
    recorded: true,
  },
];

class AccountTables1764360010660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [
      { table: 'users', column: 'ended_at text?' },
      { table: 'users', column: 'change_due_at text?' },
      { table: 'users', column: 'past_passwords text?' },
    ]);
    await createTables(runner, accountTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AccountForeignKeys1764360010661 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, accountTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AccountGuards1764360010662 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, accountTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const accountMigrations = [
  AccountTables1764360010660,
  AccountForeignKeys1764360010661,
  AccountGuards1764360010662,
] as const;
