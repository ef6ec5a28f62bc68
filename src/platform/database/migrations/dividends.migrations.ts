import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: what a stake pays was booked as rent or as other income. It has a stream of its own from now on, which
// the list in the table's own rule does not hold; SQLite alters no such rule while other tables point to its
// rows. The new stream stands beside; what was booked before stays what it was called.
export class Dividends1764360002060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'receivables', column: 'named_stream text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
