import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the law keeps near relatives of the council and of who keeps the accounts from supervising a village,
// and the council free of near relatives together; nothing knew who is near to whom. An office says it of two
// accounts, on a paper; it is of their persons, whichever account they use. What was wrong, or is over, ends
// by a row of its own.

export const accountRelativeTables: readonly TableDefinition[] = [
  {
    name: 'account_relatives',
    columns: `
      collective_id text, kin_number count, one_id text, other_id text, kin_kind text, kin_since text,
      paper text, said_by text, said_at text`,
    primaryKey: ['collective_id', 'kin_number'],
    foreignKeys: [
      toCollective,
      { columns: ['one_id'], table: 'users', references: ['id'] },
      { columns: ['other_id'], table: 'users', references: ['id'] },
    ],
    checks: [
      'kin_number >= 1',
      'one_id <> other_id',
      "kin_kind IN ('spouse', 'parentOrChild', 'sibling', 'grandparentOrGrandchild')",
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'account_relative_ends',
    columns: 'collective_id text, kin_number count, why text, ended_by text, ended_at text',
    primaryKey: ['collective_id', 'kin_number'],
    foreignKeys: [
      toCollective,
      {
        columns: ['collective_id', 'kin_number'],
        table: 'account_relatives',
        references: ['collective_id', 'kin_number'],
      },
    ],
    appendOnly: true,
    recorded: true,
  },
];

class AccountRelativeTables1764360010885 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, accountRelativeTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AccountRelativeForeignKeys1764360010886 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, accountRelativeTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AccountRelativeGuards1764360010887 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, accountRelativeTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const accountRelativeMigrations = [
  AccountRelativeTables1764360010885,
  AccountRelativeForeignKeys1764360010886,
  AccountRelativeGuards1764360010887,
] as const;
