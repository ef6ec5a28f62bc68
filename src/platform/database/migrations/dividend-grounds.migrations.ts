import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: whether the gate of a document was open when members were given a share was looked at in that moment
// alone. The numbers it was judged by, which a county may change, now stay with the round beside the text of
// the document, so that a check judges it anew. Rounds of before have none.

export const dividendGroundTables: readonly TableDefinition[] = [
  {
    name: 'dividend_grounds',
    columns: 'collective_id text, round_id text, numbers text',
    primaryKey: ['collective_id', 'round_id'],
    foreignKeys: [within(['round_id'], 'dividend_givings', ['round_id'])],
    appendOnly: true,
    recorded: true,
  },
];

class DividendGroundsTables1764360010120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, dividendGroundTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class DividendGroundsForeignKeys1764360010121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, dividendGroundTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class DividendGroundsGuards1764360010122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, dividendGroundTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const dividendGroundMigrations = [
  DividendGroundsTables1764360010120,
  DividendGroundsForeignKeys1764360010121,
  DividendGroundsGuards1764360010122,
] as const;
