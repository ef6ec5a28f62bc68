import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: members were given a surplus as one sum, by one person, under no document, and the books could not
// say whose it was. A round now names every holder of shares by the roll of a day, goes through the steps of
// a procedure, each with its paper, and is owed holder by holder once somebody else has agreed.

export const memberDividendTables: readonly TableDefinition[] = [
  {
    name: 'procedure_steps',
    columns: `
      collective_id text, subject_kind text, subject_id text, step_number count, route_id text, step_id text,
      digest text, held_on text, until_on text?, paper text, counts text?, taken_by text, taken_at text`,
    primaryKey: ['collective_id', 'subject_kind', 'subject_id', 'step_number'],
    foreignKeys: [toCollective],
    checks: ['step_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'dividend_rounds',
    columns: `
      collective_id text, id text, round_number count, pool text, amount_fen fen, roll_on text,
      holders count, counted text, why text, paper text, route_id text, digest text,
      entered_on text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'round_number']],
    foreignKeys: [toCollective],
    checks: ['round_number >= 1', 'amount_fen > 0', 'holders >= 1', "pool IN ('pv', 'other', 'members')"],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'dividend_lines',
    columns: `
      collective_id text, round_id text, holder_id text, line_number count, holding_number count,
      share_hundredths count, before_fen fen, amount_fen fen, odd_fen count`,
    primaryKey: ['collective_id', 'round_id', 'holder_id'],
    foreignKeys: [
      within(['round_id'], 'dividend_rounds'),
      within(['holding_number'], 'share_holdings', ['holding_number']),
    ],
    checks: ['line_number >= 1', 'share_hundredths >= 1', 'amount_fen >= 0', 'before_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'dividend_drops',
    columns: 'collective_id text, round_id text, why text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'round_id'],
    foreignKeys: [within(['round_id'], 'dividend_rounds')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'dividend_givings',
    columns: `
      collective_id text, round_id text, entry_id text, decided_on text, pack_id text, pack_digest text,
      households count, distributable_fen fen, judged text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'round_id'],
    foreignKeys: [within(['round_id'], 'dividend_rounds'), within(['entry_id'], 'ledger_entries')],
    appendOnly: true,
    recorded: true,
  },
];

class MemberDividendTables1764360009060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, memberDividendTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class MemberDividendForeignKeys1764360009061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, memberDividendTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class MemberDividendGuards1764360009062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, memberDividendTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const memberDividendMigrations = [
  MemberDividendTables1764360009060,
  MemberDividendForeignKeys1764360009061,
  MemberDividendGuards1764360009062,
] as const;
