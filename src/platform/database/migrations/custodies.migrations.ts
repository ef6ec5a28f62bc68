import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a village lets a house that a household has left, and by their agreement most of the rent is the
// household's. There was no place for such an agreement: the asset could not be let at all, or its whole rent
// would have been the village's income. The agreement, its early end, what of each due and of each receipt is
// the owner's, and what he was paid, are facts beside the vouchers from now on.

export const custodyTables: readonly TableDefinition[] = [
  {
    name: 'custodies',
    columns: `
      collective_id text, id text, asset_id text, kind text, owner text, share text, first_on text,
      last_on text, signed_on text, paper text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [within(['asset_id'], 'assets')],
    checks: ['first_on <= last_on'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'custody_ends',
    columns: `
      collective_id text, custody_id text, last_on text, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'custody_id'],
    foreignKeys: [within(['custody_id'], 'custodies')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'custody_dues',
    columns: `
      collective_id text, receivable_id text, custody_id text, amount_fen fen, part_fen fen, entry_id text`,
    primaryKey: ['collective_id', 'receivable_id'],
    indexes: [['collective_id', 'custody_id']],
    foreignKeys: [
      within(['receivable_id'], 'receivables'),
      within(['custody_id'], 'custodies'),
      within(['entry_id'], 'ledger_entries'),
    ],
    checks: ['amount_fen > 0', 'part_fen >= 0', 'part_fen <= amount_fen'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'custody_receipts',
    columns: 'collective_id text, receipt_id text, receivable_id text, part_fen fen',
    primaryKey: ['collective_id', 'receipt_id', 'receivable_id'],
    foreignKeys: [
      within(['receipt_id'], 'receipts'),
      within(['receivable_id'], 'custody_dues', ['receivable_id']),
    ],
    checks: ['part_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'custody_payments',
    columns: 'collective_id text, id text, custody_id text, paid_on text, amount_fen fen, entry_id text',
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [within(['custody_id'], 'custodies'), within(['entry_id'], 'ledger_entries')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

class CustodiesTables1764360006020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, custodyTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class CustodiesForeignKeys1764360006021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, custodyTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class CustodiesGuards1764360006022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, custodyTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const custodyMigrations = [
  CustodiesTables1764360006020,
  CustodiesForeignKeys1764360006021,
  CustodiesGuards1764360006022,
] as const;
