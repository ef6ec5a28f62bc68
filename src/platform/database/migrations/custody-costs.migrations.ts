import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: costs of what a village keeps for another all fell on the village, whatever they had agreed. Who bears
// them is a dated fact of the agreement now. What of a cost is the owner's is kept back from what came for
// him: a row beside what came back of the cost, which names by what it was split.

export const custodyCostTables: readonly TableDefinition[] = [
  {
    name: 'custody_cost_bearers',
    columns: `
      collective_id text, id text, custody_id text, valid_from text, bearer text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'custody_id']],
    foreignKeys: [within(['custody_id'], 'custodies')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'custody_costs',
    columns: `
      collective_id text, id text, custody_id text, deduction_id text, bearer_id text, first_on text,
      last_on text, kept_on text, amount_fen fen, part_fen fen, kept_fen fen, entry_id text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [
      ['collective_id', 'custody_id'],
      ['collective_id', 'deduction_id'],
    ],
    foreignKeys: [
      within(['id'], 'cost_refunds'),
      within(['custody_id'], 'custodies'),
      within(['deduction_id'], 'deductions'),
      within(['bearer_id'], 'custody_cost_bearers'),
      within(['entry_id'], 'ledger_entries'),
    ],
    checks: ['kept_fen > 0', 'kept_fen <= part_fen', 'part_fen <= amount_fen'],
    appendOnly: true,
    recorded: true,
  },
];

class CustodyCostsTables1764360010020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, custodyCostTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class CustodyCostsForeignKeys1764360010021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, custodyCostTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class CustodyCostsGuards1764360010022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, custodyCostTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const custodyCostMigrations = [
  CustodyCostsTables1764360010020,
  CustodyCostsForeignKeys1764360010021,
  CustodyCostsGuards1764360010022,
] as const;
