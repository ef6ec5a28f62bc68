import type { MigrationInterface, QueryRunner } from 'typeorm';

// Why: what the books were opened with is no movement of any month, so every trial balance asks which
// vouchers those are. Looked for among all vouchers they cost more with every year; an index that holds
// nothing but them, one or two in nearly all books, costs a booking nothing and answers at once.

export class OpeningVouchers1764360010340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ledger_entries_of_openings ON ledger_entries (collective_id, chain_position)
       WHERE source_kind = 'opening'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_entries_of_openings');
  }
}
