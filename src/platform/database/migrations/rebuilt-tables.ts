import type { QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { createTables, guardAppendOnly, type TableDefinition } from './table-definition';

/**
 * Frees the first of these tables of what must be unique in it.
 * @param freed as it is to be, and all tables that name it, each after the one it names
 */
export async function freeOfUniques(runner: QueryRunner, freed: readonly TableDefinition[]): Promise<void> {
  if (engineOf(runner.dataSource) === 'postgres') await dropUniques(runner, freed[0]?.name ?? '');
  else await buildAgain(runner, freed);
}

/** The name of the constraint was PostgreSQL's own choice. */
async function dropUniques(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = '${table}'::regclass AND contype = 'u'
       LOOP EXECUTE format('ALTER TABLE ${table} DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
}

/** SQLite drops no constraint: the rows wait beside while their tables are made anew, the last link first. */
export async function buildAgain(runner: QueryRunner, freed: readonly TableDefinition[]): Promise<void> {
  for (const { name } of freed) await runner.query(`CREATE TABLE waiting_${name} AS SELECT * FROM ${name}`);
  for (const { name } of [...freed].reverse()) await runner.query(`DROP TABLE ${name}`);
  await createTables(runner, freed);
  for (const { name } of freed) {
    await runner.query(`INSERT INTO ${name} SELECT * FROM waiting_${name}`);
    await runner.query(`DROP TABLE waiting_${name}`);
  }
  await guardAppendOnly(runner, freed);
}
