import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { invariant } from '../../domain/shared/invariant';
import { dataSourceOptions } from './data-source-options';
import type { DatabaseSettings } from './engine';
import { withHook } from './migration-hook';
import { assetDepartureMigrations } from './migrations/asset-departures.migrations';
import { jointTaxMigrations } from './migrations/joint-taxes.migrations';
import { rentWaiverWithdrawalMigrations } from './migrations/rent-waiver-withdrawals.migrations';
import { bankEndMigrations } from './migrations/bank-ends.migrations';
import { bankOpeningMigrations } from './migrations/bank-openings.migrations';
import { keptFormFileMigrations } from './migrations/kept-form-files.migrations';
import { slipReadingsMigrations } from './migrations/slip-readings.migrations';
import { bankMendingMigrations } from './migrations/bank-mending.migrations';
import { termsWithdrawalMigrations } from './migrations/terms-withdrawals.migrations';
import { shareTransferMigrations } from './migrations/share-transfers.migrations';
import { gridContractMigrations } from './migrations/grid-contracts.migrations';
import { assetRemedyMigrations } from './migrations/asset-remedies.migrations';
import { assetAnswerMigrations } from './migrations/asset-answers.migrations';
import { assetCardMigrations } from './migrations/asset-cards.migrations';
import {
  AssetEventsForeignKeys1764244800012,
  AssetEventsGuards1764244800013,
  AssetEventsTables1764244800011,
} from './migrations/asset-events.migrations';
import { assetCorrectionMigrations } from './migrations/asset-corrections.migrations';
import {
  AssetDepreciationForeignKeys1764244800002,
  AssetDepreciationGuards1764244800003,
  AssetDepreciationTables1764244800001,
} from './migrations/asset-depreciation.migrations';
import {
  BooksForeignKeys1764115200002,
  BooksGuards1764115200003,
  BooksTables1764115200001,
} from './migrations/books.migrations';
import {
  ParticularsForeignKeys1764241200012,
  ParticularsGuards1764241200013,
  ParticularsTables1764241200011,
} from './migrations/asset-particulars.migrations';
import { assetReviewMigrations } from './migrations/asset-reviews.migrations';
import { AssetTitles1764241200001 } from './migrations/asset-titles.migrations';
import { ConfirmationDays1764226800001 } from './migrations/confirmation-days.migrations';
import { constructionMigrations } from './migrations/construction.migrations';
import { costContractMigrations } from './migrations/cost-contracts.migrations';
import { LargeTurnovers1764360007200 } from './migrations/large-turnovers.migrations';
import { everyTable } from './migrations/every-table';
import { retentionReasonMigrations } from './migrations/retention-reasons.migrations';
import { incomeNatureMigrations } from './migrations/income-natures.migrations';
import { leaseDepositMigrations } from './migrations/lease-deposits.migrations';
import { leaseReportMigrations } from './migrations/lease-reports.migrations';
import { handoverMigrations } from './migrations/handovers.migrations';
import { indicatorFigureMigrations } from './migrations/indicator-figures.migrations';
import { threeColourMigrations } from './migrations/three-colours.migrations';
import { stocktakingMatchMigrations } from './migrations/stocktaking-matches.migrations';
import { stocktakingMendingMigrations } from './migrations/stocktaking-mending.migrations';
import { gridCustomerMigrations } from './migrations/grid-customers.migrations';
import { jointStationMigrations } from './migrations/joint-stations.migrations';
import {
  KeptFilesForeignKeys1764262800002,
  KeptFilesGuards1764262800003,
  KeptFilesTables1764262800001,
} from './migrations/kept-files.migrations';
import { keptCostMigrations } from './migrations/kept-costs.migrations';
import {
  KeptFormsForeignKeys1764230400002,
  KeptFormsTables1764230400001,
} from './migrations/kept-forms.migrations';
import {
  FoundationForeignKeys1751328000002,
  FoundationGuards1751328000003,
  FoundationTables1751328000001,
} from './migrations/foundation.migrations';
import {
  ArrearsRemindersForeignKeys1764248400012,
  ArrearsRemindersGuards1764248400013,
  ArrearsRemindersTables1764248400011,
} from './migrations/arrears-reminders.migrations';
import {
  LeasesForeignKeys1764248400002,
  LeasesGuards1764248400003,
  LeasesTables1764248400001,
} from './migrations/leases.migrations';
import {
  LineOriginsForeignKeys1764234000002,
  LineOriginsGuards1764234000003,
  LineOriginsTables1764234000001,
} from './migrations/line-origins.migrations';
import {
  MeterRecordsForeignKeys1764252000012,
  MeterRecordsGuards1764252000013,
  MeterRecordsTables1764252000011,
} from './migrations/meter-records.migrations';
import {
  PolicyRegisterForeignKeys1764216000002,
  PolicyRegisterGuards1764216000003,
  PolicyRegisterTables1764216000001,
} from './migrations/policy-register.migrations';
import { planPackMigrations } from './migrations/plan-packs.migrations';
import { recurringRebookingMigrations } from './migrations/recurring-rebookings.migrations';
import { recurringWaiverMigrations } from './migrations/recurring-waivers.migrations';
import {
  RefusalsEndForeignKeys1764205200002,
  RefusalsEndTables1764205200001,
} from './migrations/refusals-end.migrations';
import { ContributedStakes1764360002040 } from './migrations/contributed-stakes.migrations';
import { ImprovementFunds1764259200001 } from './migrations/improvement-funds.migrations';
import { LostRows1764360002080 } from './migrations/lost-rows.migrations';
import { MoreRecords1764360001201 } from './migrations/more-records.migrations';
import { rowRecordMigrations } from './migrations/row-records.migrations';
import { rentWaiverMigrations } from './migrations/rent-waivers.migrations';
import { costsElsewhereMigrations } from './migrations/costs-elsewhere.migrations';
import { peopleMigrations } from './migrations/people.migrations';
import { projectLabourMigrations } from './migrations/project-labour.migrations';
import { promiseReleaseMigrations } from './migrations/promise-releases.migrations';
import { promisedMoneyMigrations } from './migrations/promised-money.migrations';
import { reentryMigrations } from './migrations/reentries.migrations';
import { reservesMigrations } from './migrations/reserves.migrations';
import { reconciliationMigrations } from './migrations/reconciliation.migrations';
import { costDebtMigrations } from './migrations/cost-debts.migrations';
import { assetTurnMigrations } from './migrations/asset-turns.migrations';
import { keptIncomeMigrations } from './migrations/kept-income';
import { costRefundMigrations } from './migrations/cost-refunds.migrations';
import { jointCutMigrations } from './migrations/joint-cuts.migrations';
import { jointShareMigrations } from './migrations/share-changes.migrations';
import { lateSubsidyMigrations } from './migrations/late-subsidies.migrations';
import { borneTaxMigrations } from './migrations/borne-taxes.migrations';
import { Dividends1764360002060 } from './migrations/dividends.migrations';
import { KeptBackTax1764360000750 } from './migrations/kept-back-tax.migrations';
import { valueAddedTaxMigrations } from './migrations/value-added-tax.migrations';
import { stationPriceMigrations } from './migrations/station-prices.migrations';
import {
  StocktakingsForeignKeys1764262800022,
  StocktakingsGuards1764262800023,
  StocktakingsTables1764262800021,
} from './migrations/stocktakings.migrations';
import { grantToServingRole } from './migrations/table-definition';
import { usesMigrations } from './migrations/uses.migrations';
import { fileOwnerMigrations } from './migrations/file-owners.migrations';
import { worksMigrations } from './migrations/works.migrations';

const MIGRATIONS = [
  FoundationTables1751328000001,
  FoundationForeignKeys1751328000002,
  FoundationGuards1751328000003,
  BooksTables1764115200001,
  BooksForeignKeys1764115200002,
  BooksGuards1764115200003,
  ...recurringWaiverMigrations,
  RefusalsEndTables1764205200001,
  RefusalsEndForeignKeys1764205200002,
  PolicyRegisterTables1764216000001,
  PolicyRegisterForeignKeys1764216000002,
  PolicyRegisterGuards1764216000003,
  ...planPackMigrations,
  ...recurringRebookingMigrations,
  ConfirmationDays1764226800001,
  KeptFormsTables1764230400001,
  KeptFormsForeignKeys1764230400002,
  LineOriginsTables1764234000001,
  LineOriginsForeignKeys1764234000002,
  LineOriginsGuards1764234000003,
  AssetTitles1764241200001,
  ParticularsTables1764241200011,
  ParticularsForeignKeys1764241200012,
  ParticularsGuards1764241200013,
  ...gridCustomerMigrations,
  AssetDepreciationTables1764244800001,
  AssetDepreciationForeignKeys1764244800002,
  AssetDepreciationGuards1764244800003,
  LeasesTables1764248400001,
  LeasesForeignKeys1764248400002,
  LeasesGuards1764248400003,
  AssetEventsTables1764244800011,
  AssetEventsForeignKeys1764244800012,
  AssetEventsGuards1764244800013,
  MeterRecordsTables1764252000011,
  MeterRecordsForeignKeys1764252000012,
  MeterRecordsGuards1764252000013,
  ...jointStationMigrations,
  ArrearsRemindersTables1764248400011,
  ArrearsRemindersForeignKeys1764248400012,
  ArrearsRemindersGuards1764248400013,
  ...stationPriceMigrations,
  ...constructionMigrations,
  ImprovementFunds1764259200001,
  ...rentWaiverMigrations,
  KeptFilesTables1764262800001,
  KeptFilesForeignKeys1764262800002,
  KeptFilesGuards1764262800003,
  ...assetCorrectionMigrations,
  ...assetCardMigrations,
  ...assetReviewMigrations,
  ...keptCostMigrations,
  StocktakingsTables1764262800021,
  StocktakingsForeignKeys1764262800022,
  StocktakingsGuards1764262800023,
  ...costContractMigrations,
  ...stocktakingMendingMigrations,
  ...handoverMigrations,
  ...lateSubsidyMigrations,
  ...assetAnswerMigrations,
  ...assetRemedyMigrations,
  ...valueAddedTaxMigrations,
  ...reconciliationMigrations,
  ...promisedMoneyMigrations,
  ...costsElsewhereMigrations,
  ...assetDepartureMigrations,
  ...jointCutMigrations,
  ...rowRecordMigrations,
  ...threeColourMigrations,
  ...leaseReportMigrations,
  ...leaseDepositMigrations,
  ...incomeNatureMigrations,
  ...indicatorFigureMigrations,
  ...reservesMigrations,
  KeptBackTax1764360000750,
  ...reentryMigrations,
  MoreRecords1764360001201,
  ...jointShareMigrations,
  ...costDebtMigrations,
  ContributedStakes1764360002040,
  Dividends1764360002060,
  ...shareTransferMigrations,
  ...peopleMigrations,
  ...gridContractMigrations,
  ...bankMendingMigrations,
  ...termsWithdrawalMigrations,
  LostRows1764360002080,
  ...retentionReasonMigrations,
  ...jointTaxMigrations,
  ...borneTaxMigrations,
  ...costRefundMigrations,
  ...worksMigrations,
  ...promiseReleaseMigrations,
  ...projectLabourMigrations,
  ...rentWaiverWithdrawalMigrations,
  ...keptIncomeMigrations,
  ...assetTurnMigrations,
  ...usesMigrations,
  ...bankEndMigrations,
  ...bankOpeningMigrations,
  ...slipReadingsMigrations,
  ...keptFormFileMigrations,
  ...fileOwnerMigrations,
  LargeTurnovers1764360007200,
  ...stocktakingMatchMigrations,
];

/**
 * Brings the tables up to this version, as the owner of the tables, each migration in a transaction of its
 * own.
 * @param hooksFolder where given, `<migration>.sql` in it runs at the start of that migration (to
 *   distribute tables)
 * @returns the names of the migrations that ran now
 */
export async function migrate(settings: DatabaseSettings, hooksFolder?: string): Promise<string[]> {
  if (settings.engine === 'sqlite') makeFile(settings.file);
  const options = dataSourceOptions(settings, 'owner');
  const migrations = MIGRATIONS.map((migration) => withHook(migration, hooksFolder));
  const source = await new DataSource({ ...options, migrations }).initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    const role = servingRoleOf(settings);
    if (role !== undefined) await grantToServingRole(source, everyTable, role);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Whether the tables are older than the program: a command that only reads them must not begin. */
export async function isBehind(settings: DatabaseSettings): Promise<boolean> {
  const options = dataSourceOptions(settings, 'owner');
  const source = await new DataSource({ ...options, migrations: MIGRATIONS }).initialize();
  try {
    return await source.showMigrations();
  } finally {
    await source.destroy();
  }
}

/** An empty file is an empty database; what SQLite puts beside it gets the same rights. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

/** The role of the serving connection where it is not the owner's own. */
function servingRoleOf(settings: DatabaseSettings): string | undefined {
  if (settings.engine === 'sqlite') return undefined;
  const [serving, owner] = [settings.url, settings.ownerUrl].map((url) =>
    decodeURIComponent(new URL(url).username),
  );
  if (serving === undefined || serving === owner) return undefined;
  invariant(/^[a-z_][a-z0-9_$]*$/i.test(serving), 'the serving role has a plain name');
  return serving;
}
