import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: documents call income by names of their own (rent of premises or of machines, a share, money put in
// that is no income) and some want all of it booked; a receivable said only rent or other. What income is
// called under the document of its day stands beside it from now on, with why a line of it is not followed.

export const incomeNatureTables: readonly TableDefinition[] = [
  {
    // By the income's own id: its voucher and what is owed of it name the same.
    name: 'income_natures',
    columns: `
      collective_id text, income_id text, pack_id text, kind text?, mode text?, paper_fen fen?, reason text?,
      entry_id text`,
    primaryKey: ['collective_id', 'income_id'],
    indexes: [['collective_id', 'entry_id']],
    foreignKeys: [within(['entry_id'], 'ledger_entries')],
    checks: ['paper_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

class IncomeNaturesTables1764360001301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, incomeNatureTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class IncomeNaturesForeignKeys1764360001302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, incomeNatureTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class IncomeNaturesGuards1764360001303 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, incomeNatureTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const incomeNatureMigrations = [
  IncomeNaturesTables1764360001301,
  IncomeNaturesForeignKeys1764360001302,
  IncomeNaturesGuards1764360001303,
];
