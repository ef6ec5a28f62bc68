import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: rent that a contract makes due keeps its month open until it is booked. Where it is not to be booked,
// as rent that was typed by hand for other days, that is said with a reason which stays.

export const rentWaiverTables: readonly TableDefinition[] = [
  {
    // A due of a contract, by its days and its amount, that is not booked as one, and why.
    name: 'rent_waivers',
    columns: `
      collective_id text, id text, lease_id text, covers_from text, covers_to text, amount_fen fen,
      reason text, waived_by text, waived_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'lease_id', 'covers_from', 'covers_to', 'amount_fen']],
    foreignKeys: [within(['lease_id'], 'leases')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

export class RentWaiversTables1764266400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, rentWaiverTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class RentWaiversForeignKeys1764266400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, rentWaiverTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class RentWaiversGuards1764266400003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, rentWaiverTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

export const rentWaiverMigrations = [
  RentWaiversTables1764266400001,
  RentWaiversForeignKeys1764266400002,
  RentWaiversGuards1764266400003,
];
