import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: a joint station was typed in by every village that has a share in it, each with the whole slip. Its
// keeper enters the slip once now: what each owner gets of it stands with the keeper until the owner's books
// have taken it, and money that comes for it is passed on.

const toOwner = (column: string) => ({ columns: [column], table: 'collectives', references: ['id'] });
const part = within(['settlement_id', 'owner'], 'joint_parts', ['settlement_id', 'owner']);

export const jointStationTables: readonly TableDefinition[] = [
  {
    // With an owner: which station of which keeper an asset of his register has its slips from.
    name: 'station_links',
    columns: 'collective_id text, asset_id text, keeper_id text, station_id text',
    primaryKey: ['collective_id', 'asset_id'],
    uniques: [['collective_id', 'keeper_id', 'station_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets'), toOwner('keeper_id')],
    appendOnly: true,
    recorded: true,
  },
  {
    // With the keeper: what a slip gives to each owner; without an id where his books are kept elsewhere.
    name: 'joint_parts',
    recorded: 'later',
    columns: `collective_id text, settlement_id text, owner text, owner_id text?, kwh text, energy_fen fen,
      subsidy_fen fen, odd_fen count`,
    primaryKey: ['collective_id', 'settlement_id', 'owner'],
    foreignKeys: [toCollective, within(['settlement_id'], 'settlements'), toOwner('owner_id')],
    appendOnly: true,
  },
  {
    // That an owner's books took a part, or took it back with the slip, and by which vouchers on either side.
    name: 'joint_deliveries',
    recorded: 'later',
    columns: `collective_id text, settlement_id text, owner text, act text, owner_entry_id text?,
      entry_id text?, done_at text`,
    primaryKey: ['collective_id', 'settlement_id', 'owner', 'act'],
    foreignKeys: [toCollective, part, within(['entry_id'], 'ledger_entries')],
    checks: ["act IN ('taken', 'taken_back')"],
    appendOnly: true,
  },
  {
    // Whose the money of a receipt is, by receivable and owner.
    name: 'joint_receipt_parts',
    recorded: 'later',
    columns: 'collective_id text, receipt_id text, receivable_id text, owner text, amount_fen fen',
    primaryKey: ['collective_id', 'receipt_id', 'receivable_id', 'owner'],
    foreignKeys: [toCollective, within(['receipt_id'], 'receipts'), within(['receivable_id'], 'receivables')],
    appendOnly: true,
  },
  {
    // What was paid to an owner out of what came for him.
    name: 'joint_payments',
    recorded: 'later',
    columns: 'collective_id text, id text, owner text, paid_on text, amount_fen fen, entry_id text',
    primaryKey: ['collective_id', 'id', 'owner'],
    foreignKeys: [toCollective, within(['entry_id'], 'ledger_entries')],
    appendOnly: true,
  },
];

export class JointStationsTables1764255600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, jointStationTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class JointStationsForeignKeys1764255600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, jointStationTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class JointStationsGuards1764255600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, jointStationTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const jointStationMigrations = [
  JointStationsTables1764255600001,
  JointStationsForeignKeys1764255600002,
  JointStationsGuards1764255600003,
];
