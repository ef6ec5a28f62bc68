import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { keptFileTables } from './kept-files.migrations';
import { createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: the paper behind a voucher, as the slip of the grid, lay in a folder: whoever looked at the booked
// figures could not hold them against it. A voucher may have its papers from now on, as an asset has.

class VoucherFiles1764360007150 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return widenFileOwners(
      runner,
      "owner_kind IN ('asset', 'lease', 'contract', 'projectAct', 'assetEvent', 'voucher')",
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

// Why: the sheets of a handover and of a stocktaking are printed and signed by three people, and nothing kept
// what they signed: whoever wanted to know what was agreed had to find the paper. It may be kept with them.

class SignedSheets1764360010040 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return widenFileOwners(
      runner,
      `owner_kind IN ('asset', 'lease', 'contract', 'projectAct', 'assetEvent', 'voucher', 'handover',
        'stocktaking')`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** Lets files belong to something else, too. @param owners the check, `owner_kind IN (…)` */
export async function widenFileOwners(runner: QueryRunner, owners: string): Promise<void> {
  if (engineOf(runner.dataSource) === 'postgres') await widenCheck(runner, owners);
  else await buildAgain(runner, owners);
}

/** The name of the check was PostgreSQL's own choice. */
async function widenCheck(runner: QueryRunner, owners: string): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = 'kept_files'::regclass AND contype = 'c'
           AND pg_get_constraintdef(oid) LIKE '%owner_kind%'
       LOOP EXECUTE format('ALTER TABLE kept_files DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
  await runner.query(`ALTER TABLE kept_files ADD CONSTRAINT kept_files_owner_kind_check CHECK (${owners})`);
}

/** SQLite drops no check: the rows wait beside while their tables are made anew, the last link first. */
async function buildAgain(runner: QueryRunner, owners: string): Promise<void> {
  const widened = keptFileTables.map(({ checks, ...table }): TableDefinition => {
    return checks === undefined
      ? table
      : { ...table, checks: checks.map((each) => (each.startsWith('owner_kind') ? owners : each)) };
  });
  for (const { name } of widened) await runner.query(`CREATE TABLE waiting_${name} AS SELECT * FROM ${name}`);
  for (const { name } of [...widened].reverse()) await runner.query(`DROP TABLE ${name}`);
  await createTables(runner, widened);
  for (const { name } of widened) {
    await addMissing(runner, name);
    await runner.query(`INSERT INTO ${name} SELECT * FROM waiting_${name}`);
    await runner.query(`DROP TABLE waiting_${name}`);
  }
  await guardAppendOnly(runner, widened);
}

/** What the table gained since it was first made stands behind the rest, as it did. */
async function addMissing(runner: QueryRunner, name: string): Promise<void> {
  const columnsOf = (table: string): Promise<{ readonly name: string; readonly type: string }[]> =>
    runner.manager.query(`PRAGMA table_info(${table})`);
  const there = new Set((await columnsOf(name)).map((column) => column.name));
  for (const { name: column, type } of await columnsOf(`waiting_${name}`))
    if (!there.has(column)) await runner.query(`ALTER TABLE ${name} ADD COLUMN ${column} ${type}`);
}

/** In their order. */
export const fileOwnerMigrations = [VoucherFiles1764360007150, SignedSheets1764360010040] as const;
