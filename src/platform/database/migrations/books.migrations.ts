import type { MigrationInterface, QueryRunner } from 'typeorm';
import { booksIndexes } from './books-check.tables';
import { booksColumns, booksTables } from './books.tables';
import { guardBalances } from './ledger-guards';
import { addColumns, addForeignKeys, addIndexes, createTables, guardAppendOnly } from './table-definition';

// Why: the register of the books becomes one an auditor can lean on: months that are sealed with their
// balances, signatures on vouchers, refused commands kept, and entries that say how they were chained.

export class BooksTables1764115200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, booksTables);
    await addColumns(runner, booksColumns);
    await addIndexes(runner, booksIndexes);
    await runner.query(
      `UPDATE collective_books SET
         region_path = (SELECT region_path FROM collectives WHERE id = collective_books.collective_id),
         last_booked_at = COALESCE((SELECT MAX(booked_at) FROM ledger_entries e
           WHERE e.collective_id = collective_books.collective_id), '')`,
    );
    // Months held before their acts were kept begin their history with who held them.
    await runner.query(
      `INSERT INTO month_acts (collective_id, month, number, act, done_by, done_at)
       SELECT collective_id, month, 1, 'held', changed_by, changed_at FROM ledger_months
       WHERE state = 'held'`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class BooksForeignKeys1764115200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, booksTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class BooksGuards1764115200003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, booksTables);
    await guardBalances(runner);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}
