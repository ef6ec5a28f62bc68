import type { MigrationInterface, QueryRunner } from 'typeorm';
import { takeUpRows } from '../../audit/record-rows';
import { reminderTables } from './arrears-reminders.migrations';
import { assetAnswerTables } from './asset-answers.migrations';
import { assetCardTables } from './asset-cards.migrations';
import { assetCorrectionTables } from './asset-corrections.migrations';
import { depreciationTables } from './asset-depreciation.migrations';
import { assetEventTables } from './asset-events.migrations';
import { particularTables } from './asset-particulars.migrations';
import { assetRemedyTables } from './asset-remedies.migrations';
import { assetReviewTables } from './asset-reviews.migrations';
import { constructionTables } from './construction.migrations';
import { costContractTables } from './cost-contracts.migrations';
import { DraftRecords1764360010000 } from './draft-records.migrations';
import { foundationTables } from './foundation.tables';
import { gridCustomerTables } from './grid-customers.migrations';
import { handoverTables } from './handovers.migrations';
import { jointStationTables } from './joint-stations.migrations';
import { keptFileTables } from './kept-files.migrations';
import { lateSubsidyTables } from './late-subsidies.migrations';
import { leaseTables } from './leases.migrations';
import { toCollective } from './links';
import { meterTables } from './meter-records.migrations';
import { reconciliationTables } from './reconciliation.migrations';
import { rentWaiverTables } from './rent-waivers.migrations';
import { stationPriceTables } from './station-prices.migrations';
import { stocktakingTables } from './stocktakings.migrations';
import { stocktakingWithdrawalTables } from './stocktaking-mending.migrations';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what is kept beside the books without a voucher (the register, reviews, contracts and what changed
// them, meters, papers) could be changed, removed or added by hand and nothing said so. What each such row
// says is put on record from now on, in a chain of its own per collective. Rows that stand already are taken
// up as they are now, and the chain says when: what was changed before then no record tells.

export const rowRecordTables: readonly TableDefinition[] = [
  {
    // What a row of a table said, as a digest, each record linked to the one before.
    name: 'row_records',
    columns: `
      collective_id text, position count, table_name text, row_key text, digest text,
      previous_hash text, hash text`,
    primaryKey: ['collective_id', 'position'],
    foreignKeys: [toCollective],
    checks: ['position >= 1'],
    appendOnly: true,
  },
  {
    // Where a collective's chain of records ends; every record sets it anew.
    name: 'record_ends',
    columns: 'collective_id text, position count, hash text',
    primaryKey: ['collective_id'],
    foreignKeys: [toCollective],
    checks: ['position >= 1'],
  },
];

/** The tables that had rows already when records came. */
const standing = [
  ...foundationTables,
  ...particularTables,
  ...gridCustomerTables,
  ...depreciationTables,
  ...leaseTables,
  ...assetEventTables,
  ...meterTables,
  ...jointStationTables,
  ...reminderTables,
  ...stationPriceTables,
  ...constructionTables,
  ...rentWaiverTables,
  ...keptFileTables,
  ...assetCorrectionTables,
  ...assetCardTables,
  ...assetReviewTables,
  ...stocktakingTables,
  ...costContractTables,
  ...stocktakingWithdrawalTables,
  ...handoverTables,
  ...lateSubsidyTables,
  ...assetAnswerTables,
  ...reconciliationTables,
  ...assetRemedyTables,
];

class RowRecordsTables1764360000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, rowRecordTables);
    const tables = standing.filter(({ recorded }) => recorded === true);
    await takeUpRows(runner.manager, tables, { at: new Date().toISOString(), salted: false });
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class RowRecordsForeignKeys1764360000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, rowRecordTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

class RowRecordsGuards1764360000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await guardAppendOnly(runner, rowRecordTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

/** In their order. */
export const rowRecordMigrations = [
  RowRecordsTables1764360000001,
  RowRecordsForeignKeys1764360000002,
  RowRecordsGuards1764360000003,
  DraftRecords1764360010000,
] as const;
