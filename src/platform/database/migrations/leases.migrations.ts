import type { MigrationInterface, QueryRunner } from 'typeorm';
import { toCollective, within } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: rent was typed by hand each time it fell due. From now on the contract over an asset is kept as it was
// signed, with what changed it since; it says what is due and when, and no due of it is booked twice.

export const leaseTables: readonly TableDefinition[] = [
  {
    // A contract as it was signed: what is leased, to whom, for which days, for what.
    name: 'leases',
    columns: `
      collective_id text, id text, number text, asset_id text, part text, tenant text, signed_on text,
      terms text, deposit_fen fen, jobs count?, wages_fen fen?, remarks text, entered_by text,
      entered_at text`,
    primaryKey: ['collective_id', 'id'],
    uniques: [['collective_id', 'number']],
    indexes: [['collective_id', 'asset_id']],
    foreignKeys: [toCollective, within(['asset_id'], 'assets'), within(['tenant'], 'counterparties')],
    checks: ['deposit_fen >= 0', 'jobs >= 0', 'wages_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    // What changed a contract since, each with its day and its reason: another rent, an end, a renewal.
    name: 'lease_changes',
    columns: `
      collective_id text, lease_id text, change_number count, change text, reason text, changed_by text,
      changed_at text`,
    primaryKey: ['collective_id', 'lease_id', 'change_number'],
    foreignKeys: [within(['lease_id'], 'leases')],
    appendOnly: true,
    recorded: true,
  },
  {
    // The tenant's turnover of a payment, where the rent is a share of it; the last report counts.
    name: 'lease_turnovers',
    columns: `
      collective_id text, lease_id text, period_from text, report_number count, turnover_fen fen, paper text,
      reported_by text, reported_at text`,
    primaryKey: ['collective_id', 'lease_id', 'period_from', 'report_number'],
    foreignKeys: [within(['lease_id'], 'leases')],
    checks: ['turnover_fen >= 0'],
    appendOnly: true,
    recorded: true,
  },
  {
    // Which due of a contract a voucher booked as income; a due whose voucher is taken back is due again.
    name: 'rent_bookings',
    recorded: 'later',
    columns: `
      collective_id text, id text, lease_id text, covers_from text, covers_to text, amount_fen fen,
      entry_id text`,
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'lease_id']],
    foreignKeys: [within(['lease_id'], 'leases'), within(['entry_id'], 'ledger_entries')],
    checks: ['amount_fen > 0'],
    appendOnly: true,
  },
  {
    // Rent of years to come that was received, above zero, and what of it was used since, below.
    name: 'rent_advances',
    recorded: 'later',
    columns: 'collective_id text, id text, lease_id text, amount_fen fen, entry_id text',
    primaryKey: ['collective_id', 'id'],
    indexes: [['collective_id', 'lease_id']],
    foreignKeys: [within(['lease_id'], 'leases'), within(['entry_id'], 'ledger_entries')],
    checks: ['amount_fen <> 0'],
    appendOnly: true,
  },
];

export class LeasesTables1764248400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, leaseTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

export class LeasesForeignKeys1764248400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, leaseTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

export class LeasesGuards1764248400003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, leaseTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}
