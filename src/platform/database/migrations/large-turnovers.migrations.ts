import type { MigrationInterface, QueryRunner } from 'typeorm';

// Why: an entry may bring no month and no balance beyond what a column holds. Adding up every month at each
// booking would make it dearer with every year; an index of the months that are large, empty in nearly all
// books, says at no cost that there is nothing to add up. Its condition is the one a booking asks with.

export class LargeTurnovers1764360007200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ledger_turnovers_large ON ledger_turnovers (collective_id)
       WHERE ABS(debit_fen) + ABS(credit_fen) > 1099511627776`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_turnovers_large');
  }
}
