import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: money that a village means to keep for a repair or a bad year stood with all that may be distributed,
// and the next plan or bill could take it. What is set aside, and what of it is released, are facts of their
// own beside the books; no voucher goes with them, for the money stays where it is.

export const reservesTables: readonly TableDefinition[] = [
  {
    // Set aside when the chain had that many entries: they, and no later ones, showed the money as free.
    name: 'reserves',
    columns: `
      collective_id text, id text, pool text, purpose text, amount_fen fen, set_on text, paper text,
      chain_length count, entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'reserve_releases',
    columns: `
      collective_id text, id text, reserve_id text, amount_fen fen, released_on text, reason text,
      entered_by text, entered_at text`,
    primaryKey: ['collective_id', 'id'],
    foreignKeys: [toCollective, within(['reserve_id'], 'reserves')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
    recorded: true,
  },
];

class ReservesTables1764360000851 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, reservesTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class ReservesForeignKeys1764360000852 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, reservesTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class ReservesGuards1764360000853 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, reservesTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const reservesMigrations = [
  ReservesTables1764360000851,
  ReservesForeignKeys1764360000852,
  ReservesGuards1764360000853,
];
