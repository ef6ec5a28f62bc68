import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { decisionTables } from './foundation-steps.tables';
import { buildAgain } from './rebuilt-tables';
import type { TableDefinition } from './table-definition';

// Why: a meeting's counts that were short of its majority were bad input, and the supervision committee's
// look could only be passed. In a village a plan is voted down, or the committee says no, and the minutes are
// there: that a step was refused stands on record from now on, beside that it passed or came back.

const OUTCOMES = "outcome IN ('passed', 'returned', 'refused')";

/** The decisions with every column that they gained since, in the order in which they did. */
const widened = decisionTables
  .filter(({ name }) => name === 'approval_decisions')
  .map((table): TableDefinition => ({
    ...table,
    columns: `${table.columns},
      until_on text?, paper text?, papers_out_on text?, line_reasons text?, papers text?, taken_as text?`,
    checks: [OUTCOMES],
  }));

class RefusedSteps1764360010970 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner.dataSource) === 'postgres') await widenCheck(runner);
    else await buildAgain(runner, widened);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** The name of the check was PostgreSQL's own choice. */
async function widenCheck(runner: QueryRunner): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = 'approval_decisions'::regclass AND contype = 'c'
           AND pg_get_constraintdef(oid) LIKE '%outcome%'
       LOOP EXECUTE format('ALTER TABLE approval_decisions DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
  await runner.query(
    `ALTER TABLE approval_decisions ADD CONSTRAINT approval_decisions_outcome_check CHECK (${OUTCOMES})`,
  );
}

/** In their order. */
export const refusedStepMigrations = [RefusedSteps1764360010970] as const;
