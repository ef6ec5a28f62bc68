import type { MigrationInterface, QueryRunner } from 'typeorm';
import { takeUpRows } from '../../audit/record-rows';
import { voucherTables } from './books-vouchers.tables';

// Why: a draft of a voucher that was given up stays in the list of those given up, and one that was booked is
// held against its voucher in what the voucher says only. Whatever else stood in a draft could be changed or
// taken away by hand, and no check said so. Drafts come on record like every other row that people write.

export class DraftRecords1764360010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const tables = voucherTables.filter(({ name }) => name === 'voucher_drafts');
    await takeUpRows(runner.manager, tables, { at: new Date().toISOString(), salted: true });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
