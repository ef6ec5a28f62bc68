import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what people are owed was paid by a voucher of hand that named neither them nor their lists, and nobody
// could show who had which money. A pay list says whose part of which debt goes where; it is frozen when it
// is submitted, and each line ends paid or sent back. Names and accounts stay sealed: a line has a person's
// id and the version of him whose account it goes to.

export const payListTables: readonly TableDefinition[] = [
  {
    name: 'pay_lists',
    columns: `
      collective_id text, id text, list_year count, list_number count, channel text, state text,
      total_fen fen, cash_why text, digest text?, drafted_by text, drafted_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'list_year', 'list_number']],
    foreignKeys: [toCollective],
    checks: [
      "channel IN ('passbook', 'card', 'cash')",
      "state IN ('drafted', 'submitted', 'returned', 'approved', 'sent', 'settled', 'recalled')",
      'total_fen >= 1',
    ],
    recorded: true,
  },
  {
    name: 'pay_list_lines',
    columns: `
      collective_id text, list_id text, line_number count, debt_entry_id text, member_id text,
      member_version count, amount_fen fen, attempt count, state text`,
    primaryKey: ['collective_id', 'list_id', 'line_number'],
    uniques: [['collective_id', 'debt_entry_id', 'member_id', 'attempt']],
    // A part stands on one living list only.
    sparseIndexes: [
      { columns: ['collective_id', 'debt_entry_id', 'member_id'], where: "state = 'open'", unique: true },
    ],
    foreignKeys: [
      within(['list_id'], 'pay_lists'),
      within(['debt_entry_id'], 'ledger_entries'),
      within(['member_id', 'member_version'], 'member_versions', ['member_id', 'version']),
    ],
    checks: ["state IN ('open', 'confirmed', 'returned', 'dropped')", 'amount_fen >= 1', 'attempt >= 1'],
    recorded: true,
  },
  {
    name: 'pay_list_acts',
    columns: `
      collective_id text, list_id text, act_number count, act text, done_on text, digest text?,
      file_digest text?, entry_id text?, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'list_id', 'act_number'],
    foreignKeys: [within(['list_id'], 'pay_lists'), within(['entry_id'], 'ledger_entries')],
    checks: ["act IN ('submit', 'approve', 'return', 'recall', 'send', 'confirm', 'fail', 'giveBack')"],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'pay_list_outcomes',
    columns: `
      collective_id text, list_id text, line_number count, act_number count, outcome text,
      return_kind text, reason text`,
    primaryKey: ['collective_id', 'list_id', 'line_number', 'act_number'],
    foreignKeys: [
      within(['list_id', 'line_number'], 'pay_list_lines', ['list_id', 'line_number']),
      within(['list_id', 'act_number'], 'pay_list_acts', ['list_id', 'act_number']),
    ],
    checks: ["outcome IN ('confirmed', 'returned')"],
    appendOnly: true,
    recorded: true,
  },
];

class PayListTables1764360010792 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, payListTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PayListForeignKeys1764360010793 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, payListTables);
    await guardAppendOnly(runner, payListTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the tables.
  }
}

/** In their order. */
export const payListMigrations = [PayListTables1764360010792, PayListForeignKeys1764360010793] as const;
