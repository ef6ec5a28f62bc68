import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: the day on which somebody confirmed an old document is printed on the sheets that rest on it, and says
// how long the confirmation reaches; it is a day of the office's calendar, not the clock of the machine. For
// those given before, the day of their clock stands.

export class ConfirmationDays1764226800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'pack_confirmations', column: 'confirmed_on text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
