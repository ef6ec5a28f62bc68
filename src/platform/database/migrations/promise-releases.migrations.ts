import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a post falls vacant, a work is cancelled, a household moves away, and what an approved plan promised
// for it is never granted. That money stayed promised for ever: no later plan and no cost could use it. What
// is released of a promise, and that a release was taken back, are facts of their own beside the books; no
// voucher goes with them, for the money stays where it is.

export const promiseReleaseTables: readonly TableDefinition[] = [
  {
    name: 'promise_releases',
    columns: `
      collective_id text, id text, plan_id text, plan_line_id text, claim_id text, amount_fen fen,
      released_on text, reason text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'plan_id']],
    foreignKeys: [
      toCollective,
      within(['plan_id', 'plan_line_id'], 'promised_money', ['plan_id', 'plan_line_id']),
      within(['claim_id'], 'claims'),
    ],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'promise_release_withdrawals',
    columns: `
      collective_id text, release_id text, withdrawn_on text, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'release_id'],
    foreignKeys: [toCollective, within(['release_id'], 'promise_releases')],
    appendOnly: true,
    recorded: true,
  },
];

class PromiseReleasesTables1764360005060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, promiseReleaseTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PromiseReleasesForeignKeys1764360005061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, promiseReleaseTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class PromiseReleasesGuards1764360005062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, promiseReleaseTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const promiseReleaseMigrations = [
  PromiseReleasesTables1764360005060,
  PromiseReleasesForeignKeys1764360005061,
  PromiseReleasesGuards1764360005062,
];
