import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a share that was entered for the wrong household could only be overwritten from the same day on, and
// the roll told of a change that never was. A row that nothing rests on is withdrawn by a fact of its own.

export const withdrawnSharesTables: readonly TableDefinition[] = [
  {
    name: 'share_withdrawals',
    columns: 'collective_id text, holding_number count, why text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'holding_number'],
    foreignKeys: [within(['holding_number'], 'share_holdings', ['holding_number'])],
    checks: ['holding_number >= 1'],
    appendOnly: true,
    recorded: true,
  },
];

class WithdrawnSharesTables1764360007073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, withdrawnSharesTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class WithdrawnSharesForeignKeys1764360007074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, withdrawnSharesTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class WithdrawnSharesGuards1764360007075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, withdrawnSharesTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const withdrawnSharesMigrations = [
  WithdrawnSharesTables1764360007073,
  WithdrawnSharesForeignKeys1764360007074,
  WithdrawnSharesGuards1764360007075,
] as const;
