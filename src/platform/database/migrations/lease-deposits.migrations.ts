import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a contract kept how much deposit was agreed; the money itself was a voucher written by hand, and
// nobody was told to give it back. From now on it comes, goes back or is kept by vouchers of its own.

export const leaseDepositTables: readonly TableDefinition[] = [
  {
    // What came, above zero, and what of it went back or was kept, below; why, where it was asked.
    name: 'lease_deposits',
    columns:
      'collective_id text, id text, lease_id text, kind text, amount_fen fen, reason text, entry_id text',
    primaryKey: ['collective_id', 'id'],
    indexes: [
      ['collective_id', 'lease_id'],
      ['collective_id', 'entry_id'],
    ],
    foreignKeys: [within(['lease_id'], 'leases'), within(['entry_id'], 'ledger_entries')],
    checks: ["kind IN ('received', 'returned', 'kept')", "(amount_fen > 0) = (kind = 'received')"],
    appendOnly: true,
    recorded: true,
  },
];

class LeaseDepositsTables1764360000121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, leaseDepositTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class LeaseDepositsForeignKeys1764360000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, leaseDepositTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class LeaseDepositsGuards1764360000123 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, leaseDepositTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const leaseDepositMigrations = [
  LeaseDepositsTables1764360000121,
  LeaseDepositsForeignKeys1764360000122,
  LeaseDepositsGuards1764360000123,
] as const;
