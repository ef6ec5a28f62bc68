import type { MigrationInterface, QueryRunner } from 'typeorm';
import { industryReturnTables } from './industry-returns.migrations';
import { industryTables } from './industry.migrations';
import { within } from './links';
import { freeOfUniques } from './rebuilt-tables';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';
import { useEndTables } from './use-ends.migrations';

// Why: an industry project that was typed wrongly stood for ever: its duty of households could not be put
// right, its claim could not be granted in another way, and its name was taken. It may be withdrawn from now
// on, with a reason which stays; its name is free again.

export const industryWithdrawalTables: readonly TableDefinition[] = [
  {
    name: 'industry_withdrawals',
    columns: `
      collective_id text, project_id text, withdrawn_on text, why text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'project_id'],
    foreignKeys: [within(['project_id'], 'industry_projects')],
    appendOnly: true,
    recorded: true,
  },
];

/** The projects and all that names them, as earlier steps left them. */
const freed = [
  ...industryTables.map((table): TableDefinition => {
    if (table.name === 'industry_projects') return { ...table, uniques: [] };
    if (table.name !== 'industry_returns') return table;
    const indexes = [['collective_id', 'entry_id']];
    return { ...table, columns: `${table.columns}, reason text?`, uniques: [], indexes };
  }),
  ...industryReturnTables,
  ...useEndTables.filter(({ name }) => name === 'industry_end_acts'),
];

class IndustryWithdrawalsTables1764360010460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await freeOfUniques(runner, freed);
    await createTables(runner, industryWithdrawalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class IndustryWithdrawalsForeignKeys1764360010461 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, industryWithdrawalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class IndustryWithdrawalsGuards1764360010462 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, industryWithdrawalTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const industryWithdrawalMigrations = [
  IndustryWithdrawalsTables1764360010460,
  IndustryWithdrawalsForeignKeys1764360010461,
  IndustryWithdrawalsGuards1764360010462,
] as const;
