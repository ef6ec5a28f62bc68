import type { MigrationInterface, QueryRunner } from 'typeorm';

// Why: every page of a village says when a row of its registers is gone, and so asks on every request what is
// on record of three small tables. The records of the many other tables stay out of this index.

/** What the index covers; a query has to say it in the same words to be answered from it. */
export const REGISTERS_ON_RECORD = "table_name IN ('assets', 'leases', 'deduction_contracts')";

export class LostRows1764360002080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX row_records_of_registers ON row_records (collective_id, position)
       WHERE ${REGISTERS_ON_RECORD}`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}
