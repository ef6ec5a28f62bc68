import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a cost could be paid out of money that an approved distribution had promised, because only the plans
// knew of it. What each line of an approved plan promises stands beside the books, where every payment is
// held against it. What of it is granted the lines of the books say.

export const promisedMoneyTables: readonly TableDefinition[] = [
  {
    name: 'promised_money',
    recorded: 'later',
    columns: `collective_id text, plan_id text, plan_line_id text, pool text, period_from text,
      period_to text, promised_on text, amount_fen fen`,
    primaryKey: ['collective_id', 'plan_id', 'plan_line_id'],
    indexes: [['collective_id', 'pool']],
    foreignKeys: [toCollective],
    checks: ['amount_fen >= 0'],
    appendOnly: true,
  },
];

/** What was approved before, from the day on which the last of its steps was decided. */
const APPROVED_BEFORE = `
  INSERT INTO promised_money (collective_id, plan_id, plan_line_id, pool, period_from, period_to, promised_on,
    amount_fen)
  SELECT l.collective_id, l.plan_id, l.id, p.pool, p.period_from, p.period_to,
    COALESCE((SELECT MAX(d.decided_on) FROM approval_decisions d
      WHERE d.collective_id = p.collective_id AND d.subject_kind = 'plan' AND d.subject_id = p.id
        AND d.outcome = 'passed'), p.drafted_on),
    l.amount_fen
  FROM plan_lines l JOIN plans p ON p.collective_id = l.collective_id AND p.id = l.plan_id
  WHERE p.state = 'approved'`;

export class PromisedMoneyTables1764360000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, promisedMoneyTables);
    await runner.query(APPROVED_BEFORE);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class PromisedMoneyForeignKeys1764360000202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, promisedMoneyTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

export class PromisedMoneyGuards1764360000203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, promisedMoneyTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

export const promisedMoneyMigrations = [
  PromisedMoneyTables1764360000201,
  PromisedMoneyForeignKeys1764360000202,
  PromisedMoneyGuards1764360000203,
];
