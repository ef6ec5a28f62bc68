import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the state's subsidy comes in batches, months late, and not always in full. What a notice cuts, what is
// missing and owed all the same, and what others advanced until it comes stood nowhere but in people's heads.

export const lateSubsidyTables: readonly TableDefinition[] = [
  {
    // What of a station and month's subsidy did not come: given up by a notice, with its voucher, or owed on.
    name: 'subsidy_cuts',
    columns: `
      collective_id text, id text, receivable_id text, kind text, cut_on text, amount_fen fen, paper text,
      reason text, entry_id text?, noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'receivable_id']],
    foreignKeys: [toCollective, within(['receivable_id'], 'receivables')],
    checks: [
      'amount_fen > 0',
      "kind IN ('writtenOff', 'keptOwing')",
      "(kind = 'writtenOff' AND entry_id IS NOT NULL) OR (kind = 'keptOwing' AND entry_id IS NULL)",
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    // Money advanced until the subsidy comes, above zero; what of it went back, below, under its advance.
    name: 'subsidy_advances',
    columns: `
      collective_id text, id text, advance_id text, pool text, counterparty text, moved_on text,
      amount_fen fen, paper text, entry_id text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'advance_id']],
    foreignKeys: [toCollective],
    checks: ['amount_fen <> 0', '(amount_fen > 0) = (advance_id = id)'],
    appendOnly: true,
    recorded: true,
  },
];

export class LateSubsidiesTables1764280000301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, lateSubsidyTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class LateSubsidiesForeignKeys1764280000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, lateSubsidyTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class LateSubsidiesGuards1764280000303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, lateSubsidyTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const lateSubsidyMigrations = [
  LateSubsidiesTables1764280000301,
  LateSubsidiesForeignKeys1764280000302,
  LateSubsidiesGuards1764280000303,
];
