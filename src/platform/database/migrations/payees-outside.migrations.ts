import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { toCollective, within } from './links';
import { payListTables } from './pay-lists.migrations';
import { buildAgain } from './rebuilt-tables';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a list paid people of the village alone. What was granted as one sum, and the stages of an industry
// project, go to a firm or a person outside, and were paid by a voucher that no four eyes saw. Their accounts
// are kept sealed in versions, and who keeps the books says by a paper whose a sum is. So a line's person is
// one of the village or one outside, and the check of lists holds it against both in place of a foreign key.

export const payeeOutsideTables: readonly TableDefinition[] = [
  {
    name: 'payee_accounts',
    columns: `
      collective_id text, counterparty_id text, version count, key_id text, sealed text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'counterparty_id', 'version'],
    foreignKeys: [toCollective, within(['counterparty_id'], 'counterparties')],
    checks: ['version >= 1'],
    recorded: true,
  },
  {
    name: 'debt_payees',
    columns: `
      collective_id text, debt_entry_id text, payee_number count, counterparty_id text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'debt_entry_id', 'payee_number'],
    foreignKeys: [within(['debt_entry_id'], 'ledger_entries'), within(['counterparty_id'], 'counterparties')],
    checks: ['payee_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

/** The lines, no longer tied to versions of people of the village alone, and all that names them. */
const untied = payListTables
  .filter(({ name }) => name === 'pay_list_lines' || name === 'pay_list_outcomes')
  .map((table): TableDefinition => {
    if (table.name !== 'pay_list_lines') return table;
    const foreignKeys = [within(['list_id'], 'pay_lists'), within(['debt_entry_id'], 'ledger_entries')];
    return { ...table, foreignKeys };
  });

class PayeesOutsideTables1764360011090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, payeeOutsideTables);
    if (engineOf(runner.dataSource) === 'postgres') await untie(runner);
    else await buildAgain(runner, untied);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** The name of the constraint was PostgreSQL's own choice. */
async function untie(runner: QueryRunner): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = 'pay_list_lines'::regclass AND contype = 'f'
           AND confrelid = 'member_versions'::regclass
       LOOP EXECUTE format('ALTER TABLE pay_list_lines DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
}

class PayeesOutsideForeignKeys1764360011091 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, payeeOutsideTables);
    await guardAppendOnly(runner, payeeOutsideTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the tables.
  }
}

/** In their order. */
export const payeeOutsideMigrations = [
  PayeesOutsideTables1764360011090,
  PayeesOutsideForeignKeys1764360011091,
] as const;
