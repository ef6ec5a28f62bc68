import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the grid's files name a station by the number of its owner as a customer, and nothing kept it: whoever
// took such a file over would have had to say for each row, each month again, which station it is.

export const gridCustomerTables: readonly TableDefinition[] = [
  {
    // Which station a number of the grid is of, as a person said it; the latest row of a number holds.
    name: 'grid_customers',
    columns: 'collective_id text, id text, customer_number text, asset_id text, noted_by text, noted_at text',
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
];

export class GridCustomersTables1764252000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, gridCustomerTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class GridCustomersForeignKeys1764252000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, gridCustomerTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class GridCustomersGuards1764252000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, gridCustomerTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const gridCustomerMigrations = [
  GridCustomersTables1764252000001,
  GridCustomersForeignKeys1764252000002,
  GridCustomersGuards1764252000003,
] as const;
