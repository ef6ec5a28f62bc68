import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: rewards and subsidies were owed as the one sum of the plan, and nobody could say to whom, for what and
// by which written standard. A list now says it person by person; one enters it, the steps of the document's
// procedure are noted with it, another accepts it, and only then it is granted by the plan's line.

export const aidTables: readonly TableDefinition[] = [
  {
    name: 'aid_lists',
    columns: `
      collective_id text, id text, list_number count, claim_id text, kind text, for_what text, paper text,
      pot_fen fen?, amount_fen fen, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'list_number']],
    indexes: [['collective_id', 'claim_id']],
    foreignKeys: [toCollective, within(['claim_id'], 'claims')],
    checks: ['amount_fen > 0', 'pot_fen > 0', 'list_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'aid_lines',
    columns: `
      collective_id text, list_id text, member_id text, line_number count, household_id text,
      standard_fen fen, times count, amount_fen fen, status text?`,
    primaryKey: ['collective_id', 'list_id', 'member_id'],
    indexes: [['collective_id', 'member_id']],
    foreignKeys: [
      within(['list_id'], 'aid_lists'),
      within(['member_id'], 'members'),
      within(['household_id'], 'households'),
    ],
    checks: ['standard_fen > 0', 'times > 0', 'amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'aid_notes',
    columns: `
      collective_id text, list_id text, note_number count, topic text, word text, value text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'list_id', 'note_number'],
    foreignKeys: [within(['list_id'], 'aid_lists')],
    checks: ['note_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'aid_acceptances',
    columns: `
      collective_id text, grant_id text, list_id text, accepted_on text, entry_id text, reason text,
      accepted_by text, accepted_at text`,
    primaryKey: ['collective_id', 'grant_id'],
    indexes: [['collective_id', 'list_id']],
    foreignKeys: [
      within(['grant_id'], 'grants'),
      within(['list_id'], 'aid_lists'),
      within(['entry_id'], 'ledger_entries'),
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'aid_withdrawals',
    columns: 'collective_id text, list_id text, why text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'list_id'],
    foreignKeys: [within(['list_id'], 'aid_lists')],
    appendOnly: true,
    recorded: true,
  },
];

class AidTables1764360006080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, aidTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class AidForeignKeys1764360006081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, aidTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class AidGuards1764360006082 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, aidTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const aidMigrations = [
  AidTables1764360006080,
  AidForeignKeys1764360006081,
  AidGuards1764360006082,
] as const;
