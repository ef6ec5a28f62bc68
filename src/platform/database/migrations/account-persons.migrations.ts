import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, type TableDefinition } from './table-definition';

// Why: an account was a name, so one person with two of them drafted with the one and approved with the
// other, and was cashier and bookkeeper of one village. The office that makes an account says whose it is, by
// the identity number, which stands sealed; accounts of one person carry one id, which says nothing of him
// and outlasts a change of the keys. Who was mistaken says it anew, with the reason.

export const accountPersonTables: readonly TableDefinition[] = [
  {
    name: 'account_persons',
    columns: `
      collective_id text, user_id text, number count, person_id text, key_id text, identity_print text,
      sealed text, why text?, said_by text, said_at text`,
    primaryKey: ['collective_id', 'user_id', 'number'],
    indexes: [
      ['user_id', 'number'],
      ['person_id', 'user_id'],
      ['identity_print', 'collective_id'],
    ],
    foreignKeys: [toCollective, { columns: ['user_id'], table: 'users', references: ['id'] }],
    checks: ['number >= 1'],
    recorded: true,
  },
];

class AccountPersonTables1764360010840 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, accountPersonTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AccountPersonForeignKeys1764360010841 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, accountPersonTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

/** In their order. */
export const accountPersonMigrations = [
  AccountPersonTables1764360010840,
  AccountPersonForeignKeys1764360010841,
] as const;
