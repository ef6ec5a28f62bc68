import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { industryTables } from './industry.migrations';
import { within } from './links';
import {
  addColumns,
  addForeignKeys,
  addIndexes,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: any income voucher could be named as what a project gave back, always whole and for ever. It is a part
// of a voucher from now on, with a reason where somebody else than its operator paid; a return that was named
// wrongly is withdrawn with a reason, and its voucher may be named anew.

export const industryReturnTables: readonly TableDefinition[] = [
  {
    name: 'industry_return_withdrawals',
    columns: 'collective_id text, return_id text, why text, entered_by text, entered_at text',
    primaryKey: ['collective_id', 'return_id'],
    foreignKeys: [within(['return_id'], 'industry_returns')],
    appendOnly: true,
    recorded: true,
  },
];

const RETURNS = 'industry_returns';

/** The same table, but a voucher may be named more than once; how much of it is seen to under the lock. */
const freed = industryTables
  .filter(({ name }) => name === RETURNS)
  .map((table): TableDefinition => ({ ...table, uniques: [] }));

class IndustryReturnsTables1764360009033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner.dataSource) === 'postgres') await dropUnique(runner);
    else await buildAgain(runner);
    await addColumns(runner, [{ table: RETURNS, column: 'reason text?' }]);
    await addIndexes(runner, [{ table: RETURNS, columns: ['collective_id', 'entry_id'] }]);
    await createTables(runner, industryReturnTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** The name of the constraint was PostgreSQL's own choice. */
async function dropUnique(runner: QueryRunner): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = '${RETURNS}'::regclass AND contype = 'u'
       LOOP EXECUTE format('ALTER TABLE ${RETURNS} DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
}

/** SQLite drops no constraint: the rows wait beside while their table is made anew. */
async function buildAgain(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE kept_${RETURNS} AS SELECT * FROM ${RETURNS}`);
  await runner.query(`DROP TABLE ${RETURNS}`);
  await createTables(runner, freed);
  await runner.query(`INSERT INTO ${RETURNS} SELECT * FROM kept_${RETURNS}`);
  await runner.query(`DROP TABLE kept_${RETURNS}`);
  await guardAppendOnly(runner, freed);
}

class IndustryReturnsForeignKeys1764360009034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, industryReturnTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class IndustryReturnsGuards1764360009035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, industryReturnTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const industryReturnMigrations = [
  IndustryReturnsTables1764360009033,
  IndustryReturnsForeignKeys1764360009034,
  IndustryReturnsGuards1764360009035,
] as const;
