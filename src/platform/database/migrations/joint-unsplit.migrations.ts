import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a slip of a kept station that is too little for a fen to each owner could not be entered, and its
// month could not be finished. It is booked now, and what is too little waits until a later slip takes it
// along: what waits, and who got what of it with which slip, stands here.

const slip = (column: string) => within([column], 'settlements');

export const jointUnsplitTables: readonly TableDefinition[] = [
  {
    // With the keeper: a stream of a slip that was too little to be split when the slip was booked.
    name: 'joint_unsplit',
    recorded: true,
    columns: 'collective_id text, settlement_id text, stream text, amount_fen fen',
    primaryKey: ['collective_id', 'settlement_id', 'stream'],
    foreignKeys: [toCollective, slip('settlement_id')],
    checks: ["stream IN ('energyFee', 'subsidy')", 'amount_fen > 0'],
    appendOnly: true,
  },
  {
    // What of it an owner got with a later slip, and who held his rows then. It goes with that slip.
    name: 'joint_releases',
    recorded: true,
    columns: `collective_id text, settlement_id text, stream text, owner text, released_by text,
      holder text, amount_fen fen`,
    primaryKey: ['collective_id', 'settlement_id', 'stream', 'owner', 'released_by'],
    foreignKeys: [
      toCollective,
      within(['settlement_id', 'stream'], 'joint_unsplit', ['settlement_id', 'stream']),
      slip('released_by'),
    ],
    checks: ['amount_fen > 0'],
    appendOnly: true,
  },
];

export class JointUnsplitTables1764360001101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, jointUnsplitTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class JointUnsplitForeignKeys1764360001102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, jointUnsplitTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class JointUnsplitGuards1764360001103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, jointUnsplitTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

export const jointUnsplitMigrations = [
  JointUnsplitTables1764360001101,
  JointUnsplitForeignKeys1764360001102,
  JointUnsplitGuards1764360001103,
];
