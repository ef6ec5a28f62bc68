import type { MigrationInterface, QueryRunner } from 'typeorm';
import { run } from '../statements';
import { addColumns } from './table-definition';

// Why: where the numbers of vouchers stood was a row of a table of its own, so every posting wrote one page
// more than its books' own row, which it writes anyway. They stand there now, by year, and are held against
// the vouchers as before.

export class VoucherNumbers1764360010750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'collective_books', column: 'voucher_numbers text', value: "'{}'" }]);
    for (const [collectiveId, numbers] of await numbersByBooks(runner)) {
      await run(runner.manager, 'UPDATE collective_books SET voucher_numbers = ? WHERE collective_id = ?', [
        ...[JSON.stringify(numbers), collectiveId],
      ]);
      await run(runner.manager, 'DELETE FROM number_counters WHERE collective_id = ? AND series = ?', [
        ...[collectiveId, 'voucher'],
      ]);
    }
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** By collective the last voucher number of each year. */
async function numbersByBooks(runner: QueryRunner): Promise<Map<string, Record<string, number>>> {
  const rows = await run<{ collective_id: string; year: number; last_number: number }>(
    runner.manager,
    `SELECT collective_id, year, last_number FROM number_counters
     WHERE series = 'voucher' ORDER BY collective_id, year`,
    [],
  );
  const books = new Map<string, Record<string, number>>();
  for (const { collective_id: id, year, last_number: last } of rows) {
    books.set(id, { ...books.get(id), [year]: last });
  }
  return books;
}
