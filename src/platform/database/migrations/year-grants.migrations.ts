import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { aidTables } from './aid.migrations';
import { attendanceTables } from './attendance.migrations';
import { decisionTables } from './foundation-steps.tables';
import { industryTables } from './industry.migrations';
import { within } from './links';
import { buildAgain } from './rebuilt-tables';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';
import { wholeGrantTables } from './whole-grants.migrations';
import { worksTables } from './works.migrations';

// Why: a yearly plan granted nothing, so wages of January to June could be neither owed nor paid before the
// distribution of the half year was decided in July. A month that is accepted is granted under the plan of
// its year from now on, by a claim of its own; the distribution that settles it takes that claim over by a
// second link, which never moves the first. So a grant's plan is one of a period or of a year, by its id.

export const yearGrantTables: readonly TableDefinition[] = [
  {
    name: 'year_claims',
    columns: 'collective_id text, claim_id text, plan_id text, month text',
    primaryKey: ['collective_id', 'claim_id'],
    indexes: [['collective_id', 'plan_id']],
    foreignKeys: [within(['claim_id'], 'claims'), within(['plan_id'], 'year_plans')],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'taken_claims',
    columns: 'collective_id text, claim_id text, plan_id text, plan_line_id text',
    primaryKey: ['collective_id', 'claim_id'],
    indexes: [['collective_id', 'plan_id']],
    foreignKeys: [
      within(['claim_id'], 'year_claims', ['claim_id']),
      within(['plan_id', 'plan_line_id'], 'plan_lines', ['plan_id', 'id']),
    ],
    appendOnly: true,
    recorded: true,
  },
];

/** The grants, no longer tied to lines of periods' plans alone. */
const untiedGrants = decisionTables
  .filter(({ name }) => name === 'grants')
  .map((table): TableDefinition => {
    const foreignKeys = (table.foreignKeys ?? []).filter((link) => link.table !== 'plan_lines');
    return { ...table, foreignKeys };
  });

/** What names a grant, as earlier steps left it. */
const naming = [...attendanceTables, ...aidTables, ...industryTables, ...worksTables, ...wholeGrantTables]
  .filter(({ foreignKeys = [] }) => foreignKeys.some(({ table }) => table === 'grants'))
  .map((table): TableDefinition =>
    table.name === 'work_acceptances' ? { ...table, columns: `${table.columns}, again_why text?` } : table,
  );

class YearGrantTables1764360011070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner.dataSource) === 'postgres') await untie(runner);
    else await buildAgain(runner, [...untiedGrants, ...naming]);
    await createTables(runner, yearGrantTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class YearGrantForeignKeys1764360011071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, yearGrantTables);
    await guardAppendOnly(runner, yearGrantTables);
  }

  async down(): Promise<void> {
    // The foreign keys and the guards go with the tables.
  }
}

/** The name of the constraint was PostgreSQL's own choice. */
async function untie(runner: QueryRunner): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = 'grants'::regclass AND contype = 'f' AND confrelid = 'plan_lines'::regclass
       LOOP EXECUTE format('ALTER TABLE grants DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
}

/** In their order. */
export const yearGrantMigrations = [YearGrantTables1764360011070, YearGrantForeignKeys1764360011071] as const;
