import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { attendanceMigrations } from './attendance.migrations';
import { householdGroupMigrations } from './household-groups.migrations';
import { otherVillageMigrations } from './other-village.migrations';
import { postSeatsMigrations } from './post-seats.migrations';
import { postMigrations } from './posts.migrations';
import { shareRollMigrations } from './share-roll.migrations';
import { dividendGroundMigrations } from './dividend-grounds.migrations';
import { memberDividendMigrations } from './member-dividends.migrations';
import { withdrawnSharesMigrations } from './withdrawn-shares.migrations';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: who is owed what hangs on who belongs to which household, in what standing, from which day. What a
// person is known by is sealed under a key that does not stand here; a rotation of the key seals it anew, so
// a member's versions are changed by that and by nothing else. Reading a number in full leaves a row.

export const peopleTables: readonly TableDefinition[] = [
  {
    name: 'households',
    columns: `
      collective_id text, id text, household_number count, village_group text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'household_number']],
    foreignKeys: [toCollective],
    checks: ['household_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'members',
    columns: `collective_id text, id text, member_number count, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'member_number']],
    foreignKeys: [toCollective],
    checks: ['member_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'member_versions',
    columns: `
      collective_id text, member_id text, version count, from_day text, household_id text, relation text,
      labour text, officer_relation text, belongs count, left_why text?, change text, key_id text,
      identity_print text, sealed text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'member_id', 'version'],
    indexes: [['collective_id', 'identity_print']],
    foreignKeys: [within(['member_id'], 'members'), within(['household_id'], 'households')],
    checks: ['version >= 1', 'belongs >= 0'],
    recorded: true,
  },
  {
    name: 'household_statuses',
    columns: `
      collective_id text, household_id text, status_number count, status text, status_words text, pack text,
      from_day text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'household_id', 'status_number'],
    foreignKeys: [within(['household_id'], 'households')],
    checks: ['status_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'household_status_ends',
    columns: `
      collective_id text, household_id text, status_number count, ended_on text, why text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'household_id', 'status_number'],
    foreignKeys: [
      within(['household_id', 'status_number'], 'household_statuses', ['household_id', 'status_number']),
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'household_incomes',
    columns: `
      collective_id text, household_id text, income_number count, income_year text, per_head_fen fen,
      paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'household_id', 'income_number'],
    foreignKeys: [within(['household_id'], 'households')],
    checks: ['income_number >= 1', 'per_head_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'personal_reads',
    columns: `
      collective_id text, member_id text, read_number count, version count, field text, why text,
      read_by text, read_at text`,
    primaryKey: ['collective_id', 'member_id', 'read_number'],
    foreignKeys: [within(['member_id', 'version'], 'member_versions', ['member_id', 'version'])],
    checks: ['read_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class PeopleTables1764360004001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, peopleTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PeopleForeignKeys1764360004002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, peopleTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class PeopleGuards1764360004003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, peopleTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const peopleMigrations = [
  PeopleTables1764360004001,
  PeopleForeignKeys1764360004002,
  PeopleGuards1764360004003,
  ...shareRollMigrations,
  ...postMigrations,
  ...attendanceMigrations,
  ...householdGroupMigrations,
  ...withdrawnSharesMigrations,
  ...postSeatsMigrations,
  ...otherVillageMigrations,
  ...memberDividendMigrations,
  ...dividendGroundMigrations,
] as const;
