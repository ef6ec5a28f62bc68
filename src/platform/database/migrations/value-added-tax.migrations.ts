import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: whether an amount holds its tax stood nowhere, and whether a small seller owes tax is known only when
// its period is over. What the tax office has a collective down as, and what of a period's tax was booked or
// not booked for which reason, is kept from now on. Of rows of before nobody has said anything: they stay so.

export const valueAddedTaxTables: readonly TableDefinition[] = [
  {
    // What the tax office has a collective down as, from a day on, by which paper; the last one said holds.
    name: 'tax_statuses',
    columns: `
      collective_id text, id text, valid_from text, kind text, span text, paper text, noted_by text,
      noted_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    checks: ["kind IN ('none', 'smallScale')", "span IN ('month', 'quarter')"],
    appendOnly: true,
    recorded: true,
  },
  {
    // The tax of a period: booked by a voucher, or not booked for a reason.
    name: 'tax_periods',
    columns: `
      collective_id text, id text, from_day text, to_day text, sales_fen fen, amount_fen fen, reason text,
      entry_id text?, noted_by text, noted_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    checks: ['from_day <= to_day', "entry_id IS NOT NULL OR reason <> ''"],
    appendOnly: true,
    recorded: true,
  },
];

export class ValueAddedTaxTables1764360000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, valueAddedTaxTables);
    await addColumns(runner, [
      { table: 'receivables', column: 'tax_basis text?' },
      { table: 'receivables', column: 'tax_fen fen?' },
    ]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class ValueAddedTaxForeignKeys1764360000401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, valueAddedTaxTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class ValueAddedTaxGuards1764360000402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, valueAddedTaxTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const valueAddedTaxMigrations = [
  ValueAddedTaxTables1764360000400,
  ValueAddedTaxForeignKeys1764360000401,
  ValueAddedTaxGuards1764360000402,
];
