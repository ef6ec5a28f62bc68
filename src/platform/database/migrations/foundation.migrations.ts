import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foundationTables } from './foundation.tables';
import { guardBalances } from './ledger-guards';
import { addForeignKeys, createTables, guardAppendOnly } from './table-definition';

// Why: the first complete run needs the books, the chain from asset to notice and the few reference tables.
// Three steps, so that the tables of a large province can be distributed between the first and the second.

export class FoundationTables1751328000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, foundationTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class FoundationForeignKeys1751328000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, foundationTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class FoundationGuards1751328000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, foundationTables);
    await guardBalances(runner);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}
