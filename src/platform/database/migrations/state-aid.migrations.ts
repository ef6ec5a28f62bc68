import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: most subsidies are paid by a government straight to people and never touch the village's books; yet a
// cap of a year or a life counts them, and nobody could see them. They are kept beside the books now, without
// a voucher, person by person, by level, fund and document.

export const stateAidTables: readonly TableDefinition[] = [
  {
    name: 'state_aid_lists',
    columns: `
      collective_id text, id text, list_number count, fund_level text, fund text, paper text, kind text,
      for_what text, paid_on text, amount_fen fen, reason text, twice_reason text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'list_number']],
    foreignKeys: [toCollective],
    checks: ['amount_fen > 0', 'list_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'state_aid_lines',
    columns: `
      collective_id text, list_id text, member_id text, line_number count, household_id text,
      standard_fen fen, times count, amount_fen fen, status text?`,
    primaryKey: ['collective_id', 'list_id', 'member_id'],
    indexes: [['collective_id', 'member_id']],
    foreignKeys: [
      within(['list_id'], 'state_aid_lists'),
      within(['member_id'], 'members'),
      within(['household_id'], 'households'),
    ],
    checks: ['standard_fen > 0', 'times > 0', 'amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'state_aid_notes',
    columns: 'collective_id text, list_id text, note_number count, topic text, word text, value text',
    primaryKey: ['collective_id', 'list_id', 'note_number'],
    foreignKeys: [within(['list_id'], 'state_aid_lists')],
    checks: ['note_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'state_aid_withdrawals',
    columns: 'collective_id text, list_id text, why text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'list_id'],
    foreignKeys: [within(['list_id'], 'state_aid_lists')],
    appendOnly: true,
    recorded: true,
  },
];

class StateAidTables1764360007070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, stateAidTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class StateAidForeignKeys1764360007071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, stateAidTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class StateAidGuards1764360007072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, stateAidTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const stateAidMigrations = [
  StateAidTables1764360007070,
  StateAidForeignKeys1764360007071,
  StateAidGuards1764360007072,
] as const;
