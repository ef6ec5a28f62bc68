import { laterMigrations } from './later-migrations';
import { accountChoiceMigrations } from './account-choices.migrations';
import { circumstanceMigrations } from './circumstances.migrations';
import { householdMeasureMigrations } from './household-measures.migrations';
import { assetDepartureMigrations } from './asset-departures.migrations';
import { issuedSharesMigrations } from './issued-shares.migrations';
import { jointTaxMigrations } from './joint-taxes.migrations';
import { LinesByName1764360010360 } from './lines-by-name.migrations';
import { OpeningVouchers1764360010340 } from './opening-vouchers.migrations';
import { rentWaiverWithdrawalMigrations } from './rent-waiver-withdrawals.migrations';
import { bankEndMigrations } from './bank-ends.migrations';
import { bankOpeningMigrations } from './bank-openings.migrations';
import { priorYearAccountMigrations } from './prior-year-accounts.migrations';
import { keptFormFileMigrations } from './kept-form-files.migrations';
import { slipReadingsMigrations } from './slip-readings.migrations';
import { bankMendingMigrations } from './bank-mending.migrations';
import { termsWithdrawalMigrations } from './terms-withdrawals.migrations';
import { shareTransferMigrations } from './share-transfers.migrations';
import { gridContractMigrations } from './grid-contracts.migrations';
import { assetRemedyMigrations } from './asset-remedies.migrations';
import { assetAnswerMigrations } from './asset-answers.migrations';
import { assetCardMigrations } from './asset-cards.migrations';
import {
  AssetEventsForeignKeys1764244800012,
  AssetEventsGuards1764244800013,
  AssetEventsTables1764244800011,
} from './asset-events.migrations';
import { assetCorrectionMigrations } from './asset-corrections.migrations';
import {
  AssetDepreciationForeignKeys1764244800002,
  AssetDepreciationGuards1764244800003,
  AssetDepreciationTables1764244800001,
} from './asset-depreciation.migrations';
import {
  BooksForeignKeys1764115200002,
  BooksGuards1764115200003,
  BooksTables1764115200001,
} from './books.migrations';
import {
  ParticularsForeignKeys1764241200012,
  ParticularsGuards1764241200013,
  ParticularsTables1764241200011,
} from './asset-particulars.migrations';
import { assetReviewMigrations } from './asset-reviews.migrations';
import { AssetTitles1764241200001 } from './asset-titles.migrations';
import { ConfirmationDays1764226800001 } from './confirmation-days.migrations';
import { constructionMigrations } from './construction.migrations';
import { costContractMigrations } from './cost-contracts.migrations';
import { LargeTurnovers1764360007200 } from './large-turnovers.migrations';
import { retentionReasonMigrations } from './retention-reasons.migrations';
import { incomeNatureMigrations } from './income-natures.migrations';
import { leaseDepositMigrations } from './lease-deposits.migrations';
import { leaseReportMigrations } from './lease-reports.migrations';
import { handoverMigrations } from './handovers.migrations';
import { indicatorFigureMigrations } from './indicator-figures.migrations';
import { threeColourMigrations } from './three-colours.migrations';
import { workWithdrawalMigrations } from './work-withdrawals.migrations';
import { industryWithdrawalMigrations } from './industry-withdrawals.migrations';
import { IncomeReasons1764360010550 } from './income-reasons.migrations';
import { SeatsReasons1764360010600 } from './seats-reasons.migrations';
import { StandardReasons1764360010463 } from './standard-reasons.migrations';
import { stocktakingMatchMigrations } from './stocktaking-matches.migrations';
import { stocktakingMendingMigrations } from './stocktaking-mending.migrations';
import { gridCustomerMigrations } from './grid-customers.migrations';
import { jointStationMigrations } from './joint-stations.migrations';
import {
  KeptFilesForeignKeys1764262800002,
  KeptFilesGuards1764262800003,
  KeptFilesTables1764262800001,
} from './kept-files.migrations';
import { keptCostShareMigrations } from './kept-cost-shares.migrations';
import { keptCostMigrations } from './kept-costs.migrations';
import { KeptFormsForeignKeys1764230400002, KeptFormsTables1764230400001 } from './kept-forms.migrations';
import {
  FoundationForeignKeys1751328000002,
  FoundationGuards1751328000003,
  FoundationTables1751328000001,
} from './foundation.migrations';
import {
  ArrearsRemindersForeignKeys1764248400012,
  ArrearsRemindersGuards1764248400013,
  ArrearsRemindersTables1764248400011,
} from './arrears-reminders.migrations';
import {
  LeasesForeignKeys1764248400002,
  LeasesGuards1764248400003,
  LeasesTables1764248400001,
} from './leases.migrations';
import {
  LineOriginsForeignKeys1764234000002,
  LineOriginsGuards1764234000003,
  LineOriginsTables1764234000001,
} from './line-origins.migrations';
import {
  MeterRecordsForeignKeys1764252000012,
  MeterRecordsGuards1764252000013,
  MeterRecordsTables1764252000011,
} from './meter-records.migrations';
import {
  PolicyRegisterForeignKeys1764216000002,
  PolicyRegisterGuards1764216000003,
  PolicyRegisterTables1764216000001,
} from './policy-register.migrations';
import { planPackMigrations } from './plan-packs.migrations';
import { recurringRebookingMigrations } from './recurring-rebookings.migrations';
import { recurringWaiverMigrations } from './recurring-waivers.migrations';
import {
  RefusalsEndForeignKeys1764205200002,
  RefusalsEndTables1764205200001,
} from './refusals-end.migrations';
import { ContributedStakes1764360002040 } from './contributed-stakes.migrations';
import { ImprovementFunds1764259200001 } from './improvement-funds.migrations';
import { LostRows1764360002080 } from './lost-rows.migrations';
import { MoreRecords1764360001201 } from './more-records.migrations';
import { rowRecordMigrations } from './row-records.migrations';
import { rentWaiverMigrations } from './rent-waivers.migrations';
import { costsElsewhereMigrations } from './costs-elsewhere.migrations';
import { peopleMigrations } from './people.migrations';
import { projectLabourMigrations } from './project-labour.migrations';
import { promiseReleaseMigrations } from './promise-releases.migrations';
import { promisedMoneyMigrations } from './promised-money.migrations';
import { reentryMigrations } from './reentries.migrations';
import { reservesMigrations } from './reserves.migrations';
import { reconciliationMigrations } from './reconciliation.migrations';
import { costDebtMigrations } from './cost-debts.migrations';
import { assetTurnMigrations } from './asset-turns.migrations';
import { keptIncomeMigrations } from './kept-income';
import { costRefundMigrations } from './cost-refunds.migrations';
import { jointCutMigrations } from './joint-cuts.migrations';
import { jointShareMigrations } from './share-changes.migrations';
import { lateSubsidyMigrations } from './late-subsidies.migrations';
import { borneTaxMigrations } from './borne-taxes.migrations';
import { Dividends1764360002060 } from './dividends.migrations';
import { draftHashMigrations } from './draft-hashes.migrations';
import { KeptBackTax1764360000750 } from './kept-back-tax.migrations';
import { valueAddedTaxMigrations } from './value-added-tax.migrations';
import { stationPriceMigrations } from './station-prices.migrations';
import {
  StocktakingsForeignKeys1764262800022,
  StocktakingsGuards1764262800023,
  StocktakingsTables1764262800021,
} from './stocktakings.migrations';
import { usesMigrations } from './uses.migrations';
import { fileOwnerMigrations } from './file-owners.migrations';
import { noticeDisplayMigrations } from './notice-displays.migrations';
import { objectionMigrations } from './objections.migrations';
import { worksMigrations } from './works.migrations';

/** Every migration of the tables; TypeORM runs them by the time in their names. */
export const everyMigration = [
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
  ...priorYearAccountMigrations,
  ...slipReadingsMigrations,
  ...keptFormFileMigrations,
  ...fileOwnerMigrations,
  ...noticeDisplayMigrations,
  ...objectionMigrations,
  LargeTurnovers1764360007200,
  OpeningVouchers1764360010340,
  LinesByName1764360010360,
  ...stocktakingMatchMigrations,
  ...workWithdrawalMigrations,
  ...draftHashMigrations,
  ...issuedSharesMigrations,
  ...circumstanceMigrations,
  ...industryWithdrawalMigrations,
  StandardReasons1764360010463,
  ...householdMeasureMigrations,
  ...accountChoiceMigrations,
  IncomeReasons1764360010550,
  ...keptCostShareMigrations,
  SeatsReasons1764360010600,
  ...laterMigrations,
];
