import type { MigrationInterface, QueryRunner } from 'typeorm';

// Why: a voucher by hand is held against what is owed to whom it names, and for that every line of the books
// was read: ten times the vouchers made one voucher twice as slow. An index of the lines that name somebody,
// with what adds them up, answers from the lines of one account, or of one name on it. Lines of money,
// income and cost name nobody and stay out of it, so that most lines cost nothing more to book.

export class LinesByName1764360010360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ledger_lines_by_name
       ON ledger_lines (collective_id, ledger_account, counterparty, pool, side, amount_fen)
       WHERE counterparty IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_lines_by_name');
  }
}
