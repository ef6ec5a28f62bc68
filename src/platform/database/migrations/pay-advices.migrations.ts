import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: who is paid by a list could only ask how his money came about. He gets a pay advice from now on,
// with a code that opens his own slip and nobody else's. Of a code only its digest is kept; a newer advice
// for the same person on the same list takes the place of the one before. Wrong codes are counted by where
// they come from and together, as prints that are no address.

export const payAdviceTables: readonly TableDefinition[] = [
  {
    name: 'pay_advices',
    columns: `
      collective_id text, list_id text, member_id text, advice_number count, code_digest text,
      issued_by text, issued_at text`,
    primaryKey: ['collective_id', 'list_id', 'member_id', 'advice_number'],
    uniques: [['collective_id', 'code_digest']],
    foreignKeys: [within(['list_id'], 'pay_lists')],
    checks: ['advice_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
  {
    // The directory of slips: whose list a digest leads to. A reference table.
    name: 'slip_codes',
    columns: 'code_digest text, collective_id text, list_id text, member_id text',
    primaryKey: ['code_digest'],
    appendOnly: true,
  },
  {
    name: 'slip_tries',
    columns: 'collective_id text, place_print text, count count, last_at text',
    primaryKey: ['collective_id', 'place_print'],
    foreignKeys: [toCollective],
    checks: ['count >= 0'],
  },
];

class PayAdviceTables1764360010990 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, payAdviceTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class PayAdviceForeignKeys1764360010991 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, payAdviceTables);
    await guardAppendOnly(runner, payAdviceTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the tables.
  }
}

/** In their order. */
export const payAdviceMigrations = [PayAdviceTables1764360010990, PayAdviceForeignKeys1764360010991] as const;
