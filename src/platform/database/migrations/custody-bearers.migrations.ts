import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: a paper about income of what a village keeps for another may charge tax, and nothing said who bears
// it: such income was refused, and its month could not be finished. Who bears it is a dated fact of the
// agreement now, and what was split by it names it. What fell due before charges no tax and names none.

export const custodyBearersTables: readonly TableDefinition[] = [
  {
    name: 'custody_bearers',
    columns: `
      collective_id text, id text, custody_id text, valid_from text, tax_bearer text, paper text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'custody_id']],
    foreignKeys: [within(['custody_id'], 'custodies')],
    appendOnly: true,
    recorded: true,
  },
];

class CustodyBearersTables1764360009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, custodyBearersTables);
    await addColumns(runner, [{ table: 'custody_dues', column: 'bearers_id text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class CustodyBearersForeignKeys1764360009001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, custodyBearersTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class CustodyBearersGuards1764360009002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, custodyBearersTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const custodyBearersMigrations = [
  CustodyBearersTables1764360009000,
  CustodyBearersForeignKeys1764360009001,
  CustodyBearersGuards1764360009002,
] as const;
