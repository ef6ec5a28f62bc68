import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: only plans had sheets. What a village shows of its books besides (income and expenditure voucher by
// voucher, assets, leases) is about some days and no plan's: it has a row here, which the sheet names where
// another names its plan. The same days shown again are the next version. No plan falls with such a sheet, so
// the village withdraws it itself, and says why.

export const reportSheetTables: readonly TableDefinition[] = [
  {
    name: 'notice_reports',
    columns: `
      collective_id text, id text, sheet text, pool text, period_from text, period_to text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'sheet', 'pool', 'period_from', 'period_to']],
    foreignKeys: [toCollective],
    checks: ['period_from <= period_to'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'notice_withdrawals',
    columns: `
      collective_id text, notice_id text, withdrawn_on text, reason text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'notice_id'],
    foreignKeys: [toCollective, within(['notice_id'], 'notices')],
    appendOnly: true,
    recorded: true,
  },
];

class ReportSheetTables1764360010980 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, reportSheetTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ReportSheetForeignKeys1764360010981 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, reportSheetTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ReportSheetGuards1764360010982 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, reportSheetTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const reportSheetMigrations = [
  ReportSheetTables1764360010980,
  ReportSheetForeignKeys1764360010981,
  ReportSheetGuards1764360010982,
] as const;
