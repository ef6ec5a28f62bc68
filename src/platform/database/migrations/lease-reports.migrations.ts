import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './links';
import {
  addColumns,
  addForeignKeys,
  createTables,
  guardAppendOnly,
  type TableDefinition,
} from './table-definition';

// Why: a contract kept what work and which wages a tenant promises, and nobody could enter what was given.
// From now on that is reported with its paper, without a name; a report that was typed wrongly is withdrawn.
// For whom the work is was never asked; contracts of before read as for any of the village.

export const leaseReportTables: readonly TableDefinition[] = [
  {
    name: 'lease_reports',
    columns: `
      collective_id text, lease_id text, report_number count, period_from text, period_to text, jobs count,
      helped_jobs count, wages_fen fen, helped_wages_fen fen, paper text, reported_by text,
      reported_at text`,
    primaryKey: ['collective_id', 'lease_id', 'report_number'],
    foreignKeys: [within(['lease_id'], 'leases')],
    checks: [
      ...['period_from <= period_to', 'helped_jobs >= 0', 'helped_jobs <= jobs', 'helped_wages_fen >= 0'],
      'helped_wages_fen <= wages_fen',
    ],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'lease_report_withdrawals',
    columns: `
      collective_id text, lease_id text, report_number count, reason text, withdrawn_by text,
      withdrawn_at text`,
    primaryKey: ['collective_id', 'lease_id', 'report_number'],
    foreignKeys: [within(['lease_id', 'report_number'], 'lease_reports', ['lease_id', 'report_number'])],
    appendOnly: true,
    recorded: true,
  },
];

class LeaseReportsTables1764360000111 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, leaseReportTables);
    await addColumns(runner, [{ table: 'leases', column: 'linkage_for text?' }]);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class LeaseReportsForeignKeys1764360000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, leaseReportTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class LeaseReportsGuards1764360000113 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, leaseReportTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const leaseReportMigrations = [
  LeaseReportsTables1764360000111,
  LeaseReportsForeignKeys1764360000112,
  LeaseReportsGuards1764360000113,
] as const;
