import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns } from './table-definition';

// Why: the grid may keep back the tax of an energy fee and hand it to the tax office itself. Then it owes the
// fee without its tax, and what it kept back is tax that was paid. Of rows of before nothing was kept back.
export class KeptBackTax1764360000750 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, [{ table: 'receivables', column: 'tax_kept_fen fen?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
