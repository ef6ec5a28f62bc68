import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: under which contract the grid takes a station's electricity, from which day on and at what price,
// stood on paper alone; who asked why a slip's price changed found nothing beside the register.

export const gridContractTables: readonly TableDefinition[] = [
  {
    name: 'grid_contracts',
    columns: `
      collective_id text, id text, asset_id text, number text, buyer text, seller text, signed_on text,
      first_on text, last_on text?, price_words text, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'grid_contract_withdrawals',
    columns: 'collective_id text, contract_id text, reason text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'contract_id'],
    foreignKeys: [toCollective, within(['contract_id'], 'grid_contracts')],
    appendOnly: true,
    recorded: true,
  },
];

class GridContractsTables1764360003101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, gridContractTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class GridContractsForeignKeys1764360003102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, gridContractTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class GridContractsGuards1764360003103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, gridContractTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const gridContractMigrations = [
  GridContractsTables1764360003101,
  GridContractsForeignKeys1764360003102,
  GridContractsGuards1764360003103,
] as const;
