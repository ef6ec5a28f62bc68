import type { MigrationInterface, QueryRunner } from 'typeorm';
import { engineOf } from '../engine';
import { toCollective, within } from './links';
import { rentWaiverTables } from './rent-waivers.migrations';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: that rent is not booked was said for ever: nobody could take it back where it was said of the wrong
// payment, or where the tenant paid after all. It may be withdrawn from now on, with a reason which stays;
// and of rent whose waiver was withdrawn it may be said anew.

export const rentWaiverWithdrawalTables: readonly TableDefinition[] = [
  {
    name: 'rent_waiver_withdrawals',
    columns: 'collective_id text, waiver_id text, reason text, withdrawn_by text, withdrawn_at text',
    primaryKey: ['collective_id', 'waiver_id'],
    foreignKeys: [toCollective, within(['waiver_id'], 'rent_waivers')],
    appendOnly: true,
    recorded: true,
  },
];

/** The same table, but a due may be waived again; that one at most stands is seen to under the lock. */
const freed = rentWaiverTables.map((table): TableDefinition => ({ ...table, uniques: [] }));

class RentWaiverWithdrawalsTables1764360006060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    if (engineOf(runner.dataSource) === 'postgres') await dropUnique(runner);
    else await buildAgain(runner);
    await createTables(runner, rentWaiverWithdrawalTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

/** The name of the constraint was PostgreSQL's own choice: of so many columns it is cut. */
async function dropUnique(runner: QueryRunner): Promise<void> {
  await runner.query(
    `DO $$ DECLARE found text; BEGIN
       FOR found IN SELECT conname FROM pg_constraint
         WHERE conrelid = 'rent_waivers'::regclass AND contype = 'u'
       LOOP EXECUTE format('ALTER TABLE rent_waivers DROP CONSTRAINT %I', found); END LOOP;
     END $$`,
  );
}

/** SQLite drops no constraint: the rows wait beside while their table is made anew. */
async function buildAgain(runner: QueryRunner): Promise<void> {
  await runner.query('CREATE TABLE kept_rent_waivers AS SELECT * FROM rent_waivers');
  await runner.query('DROP TABLE rent_waivers');
  await createTables(runner, freed);
  await runner.query('INSERT INTO rent_waivers SELECT * FROM kept_rent_waivers');
  await runner.query('DROP TABLE kept_rent_waivers');
  await guardAppendOnly(runner, freed);
}

class RentWaiverWithdrawalsForeignKeys1764360006061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, rentWaiverWithdrawalTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the table.
  }
}

class RentWaiverWithdrawalsGuards1764360006062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, rentWaiverWithdrawalTables);
  }

  async down(): Promise<void> {
    // The guards go with the table.
  }
}

/** In their order. */
export const rentWaiverWithdrawalMigrations = [
  RentWaiverWithdrawalsTables1764360006060,
  RentWaiverWithdrawalsForeignKeys1764360006061,
  RentWaiverWithdrawalsGuards1764360006062,
] as const;
