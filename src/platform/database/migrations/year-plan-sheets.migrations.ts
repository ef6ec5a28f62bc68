import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { decisionTables } from './foundation-steps.tables';
import { noticeDisplayTables } from './notice-displays.migrations';
import { objectionTables } from './objections.migrations';
import { buildAgain } from './rebuilt-tables';
import type { TableDefinition } from './table-definition';

// Why: only the distribution of a period had a sheet of its own. The plan of a year has one from now on, with
// the same number, days, displays and objections; so a sheet's plan is one or the other, by its id.

/** The sheets, no longer tied to plans of periods alone, and all that names them. */
const untied = [
  ...decisionTables
    .filter(({ name }) => name === 'notices' || name === 'notice_sheets')
    .map((table): TableDefinition => (table.name === 'notices' ? { ...table, foreignKeys: [] } : table)),
  ...noticeDisplayTables,
  ...objectionTables,
];

class YearPlanSheets1764360010920 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner.dataSource) === 'postgres') await untie(runner);
    else await buildAgain(runner, untied);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** The name of the constraint was PostgreSQL's own choice. */
async function untie(runner: QueryRunner): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = 'notices'::regclass AND contype = 'f' AND confrelid = 'plans'::regclass
       LOOP EXECUTE format('ALTER TABLE notices DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
}

/** In their order. */
export const yearPlanSheetMigrations = [YearPlanSheets1764360010920] as const;
