import { bodyRollTables } from './body-rolls.migrations';
import { ownerProposalTables } from './owner-proposals.migrations';
import { acceptedCommandTables } from './accepted-commands.migrations';
import { logInTriesTables } from './log-in-tries.migrations';
import { nationalEntryTables } from './national-entries.migrations';
import { procedureObjectionTables } from './procedure-objections.migrations';
import { noticeMatterTables } from './notice-matters.migrations';
import { payAdviceTables } from './pay-advices.migrations';
import { payeeOutsideTables } from './payees-outside.migrations';
import { payCheckTables } from './pay-checks.migrations';
import { payFileReadTables } from './pay-file-reads.migrations';
import { objectionSenderTables } from './objection-senders.migrations';
import { payListTables } from './pay-lists.migrations';
import { paidReversalTables } from './paid-reversals.migrations';
import { whatIfTables } from './what-ifs.migrations';
import { wholeGrantTables } from './whole-grants.migrations';
import { debtPaymentTables } from './debt-payments.migrations';
import { stepSignatureTables } from './step-signatures.migrations';
import { secondFactorTables } from './second-factors.migrations';
import { yearPlanTables } from './year-plans.migrations';
import { accountPersonTables } from './account-persons.migrations';
import { accountRelativeTables } from './account-relatives.migrations';
import { accountTables } from './accounts.migrations';
import { countyFilingTables } from './county-filings.migrations';
import { idleNoteTables } from './idle-notes.migrations';
import { reportSheetTables } from './report-sheets.migrations';
import { routeChoiceTables } from './route-choices.migrations';
import { roleGrantTables } from './role-grants.migrations';
import { accountChoiceTables } from './account-choices.migrations';
import { circumstanceTables } from './circumstances.migrations';
import { householdMeasureTables } from './household-measures.migrations';
import { particularTables } from './asset-particulars.migrations';
import { assetCorrectionTables } from './asset-corrections.migrations';
import { gridContractTables } from './grid-contracts.migrations';
import { assetDepartureTables } from './asset-departures.migrations';
import { noticeDisplayTables } from './notice-displays.migrations';
import { objectionTables } from './objections.migrations';
import { keptFormFileTables } from './kept-form-files.migrations';
import { slipReadingsTables } from './slip-readings.migrations';
import { settlementWithdrawalTables } from './settlement-withdrawals.migrations';
import { jointTaxTables } from './joint-taxes.migrations';
import { subsidyNoteWithdrawalTables } from './subsidy-note-withdrawals.migrations';
import { rentWaiverWithdrawalTables } from './rent-waiver-withdrawals.migrations';
import { bankEndTables } from './bank-ends.migrations';
import { bankMendingTables } from './bank-mending.migrations';
import { termsWithdrawalTables } from './terms-withdrawals.migrations';
import { attendanceTables } from './attendance.migrations';
import { postSeatsTables } from './post-seats.migrations';
import { postTables } from './posts.migrations';
import { issuedSharesTables } from './issued-shares.migrations';
import { withdrawnSharesTables } from './withdrawn-shares.migrations';
import { householdGroupTables } from './household-groups.migrations';
import { shareRollTables } from './share-roll.migrations';
import { shareTransferTables } from './share-transfers.migrations';
import { assetRemedyTables } from './asset-remedies.migrations';
import { assetAnswerTables } from './asset-answers.migrations';
import { assetCardTables } from './asset-cards.migrations';
import { assetReviewTables } from './asset-reviews.migrations';
import { assetEventTables } from './asset-events.migrations';
import { costContractTables } from './cost-contracts.migrations';
import { depreciationTables } from './asset-depreciation.migrations';
import { booksTables } from './books.tables';
import { constructionTables } from './construction.migrations';
import { foundationTables } from './foundation.tables';
import { gridCustomerTables } from './grid-customers.migrations';
import { jointStationTables } from './joint-stations.migrations';
import { keptFileTables } from './kept-files.migrations';
import { keptFormTables } from './kept-forms.migrations';
import { handoverTables } from './handovers.migrations';
import { incomeNatureTables } from './income-natures.migrations';
import { indicatorFigureTables } from './indicator-figures.migrations';
import { threeColourTables } from './three-colours.migrations';
import { policyRegisterTables } from './policy-register.migrations';
import { reminderTables } from './arrears-reminders.migrations';
import { keptCostDayTables } from './kept-cost-days.migrations';
import { keptCostShareTables } from './kept-cost-shares.migrations';
import { keptCostTables } from './kept-costs.migrations';
import { jointCutTables } from './joint-cuts.migrations';
import { jointUnsplitTables } from './joint-unsplit.migrations';
import { shareChangeTables } from './share-changes.migrations';
import { lateSubsidyTables } from './late-subsidies.migrations';
import { leaseDepositTables } from './lease-deposits.migrations';
import { leaseReportTables } from './lease-reports.migrations';
import { leaseTables } from './leases.migrations';
import { lineOriginTables } from './line-origins.migrations';
import { meterTables } from './meter-records.migrations';
import { bankOpeningTables } from './bank-openings.migrations';
import { priorYearAccountTables } from './prior-year-accounts.migrations';
import { dividendGroundTables } from './dividend-grounds.migrations';
import { memberDividendTables } from './member-dividends.migrations';
import { peopleTables } from './people.migrations';
import { planPackTables } from './plan-packs.migrations';
import { costDebtTables } from './cost-debts.migrations';
import { assetTurnTables } from './asset-turns.migrations';
import { custodyTables } from './custodies.migrations';
import { workWithdrawalTables } from './work-withdrawals.migrations';
import { industryWithdrawalTables } from './industry-withdrawals.migrations';
import { stocktakingMatchTables } from './stocktaking-matches.migrations';
import { custodyBearersTables } from './custody-bearers.migrations';
import { custodyCostTables } from './custody-costs.migrations';
import { costRefundTables } from './cost-refunds.migrations';
import { costsElsewhereTables } from './costs-elsewhere.migrations';
import { promisedMoneyTables } from './promised-money.migrations';
import { projectLabourTables } from './project-labour.migrations';
import { promiseReleaseTables } from './promise-releases.migrations';
import { reentryTables } from './reentries.migrations';
import { retentionReasonTables } from './retention-reasons.migrations';
import { reservesTables } from './reserves.migrations';
import { refusalsEndTables } from './refusals-end.migrations';
import { rebookingTables } from './recurring-rebookings.migrations';
import { waiverTables } from './recurring-waivers.migrations';
import { rentWaiverTables } from './rent-waivers.migrations';
import { reconciliationTables } from './reconciliation.migrations';
import { stocktakingTables } from './stocktakings.migrations';
import { stocktakingWithdrawalTables } from './stocktaking-mending.migrations';
import { rowRecordTables } from './row-records.migrations';
import { stationPriceTables } from './station-prices.migrations';
import type { TableDefinition } from './table-definition';
import { valueAddedTaxTables } from './value-added-tax.migrations';
import { aidNoteWithdrawalTables } from './aid-note-withdrawals.migrations';
import { aidTables } from './aid.migrations';
import { stateAidTables } from './state-aid.migrations';
import { industryReturnTables } from './industry-returns.migrations';
import { industryTables } from './industry.migrations';
import { useEndTables } from './use-ends.migrations';
import { worksTables } from './works.migrations';
import { yearGrantTables } from './year-grants.migrations';

/** Every table as it stands after the last migration: what the serving role is granted. */
export const everyTable: readonly TableDefinition[] = [
  ...foundationTables,
  ...booksTables,
  ...waiverTables,
  ...refusalsEndTables,
  ...policyRegisterTables,
  ...planPackTables,
  ...rebookingTables,
  ...keptFormTables,
  ...lineOriginTables,
  ...particularTables,
  ...gridCustomerTables,
  ...gridContractTables,
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
  ...keptCostTables,
  ...keptCostShareTables,
  ...keptCostDayTables,
  ...stocktakingTables,
  ...costContractTables,
  ...stocktakingWithdrawalTables,
  ...handoverTables,
  ...threeColourTables,
  ...indicatorFigureTables,
  ...lateSubsidyTables,
  ...assetAnswerTables,
  ...reconciliationTables,
  ...assetRemedyTables,
  ...promisedMoneyTables,
  ...promiseReleaseTables,
  ...reservesTables,
  ...reentryTables,
  ...costsElsewhereTables,
  ...assetDepartureTables,
  ...jointCutTables,
  ...rowRecordTables,
  ...valueAddedTaxTables,
  ...leaseReportTables,
  ...leaseDepositTables,
  ...incomeNatureTables,
  ...jointUnsplitTables,
  ...shareChangeTables,
  ...costDebtTables,
  ...shareTransferTables,
  ...peopleTables,
  ...householdGroupTables,
  ...shareRollTables,
  ...withdrawnSharesTables,
  ...issuedSharesTables,
  ...memberDividendTables,
  ...bankOpeningTables,
  ...priorYearAccountTables,
  ...dividendGroundTables,
  ...worksTables,
  ...industryTables,
  ...useEndTables,
  ...industryReturnTables,
  ...projectLabourTables,
  ...workWithdrawalTables,
  ...industryWithdrawalTables,
  ...aidTables,
  ...aidNoteWithdrawalTables,
  ...stateAidTables,
  ...postTables,
  ...postSeatsTables,
  ...attendanceTables,
  ...termsWithdrawalTables,
  ...bankMendingTables,
  ...bankEndTables,
  ...retentionReasonTables,
  ...jointTaxTables,
  ...settlementWithdrawalTables,
  ...slipReadingsTables,
  ...keptFormFileTables,
  ...noticeDisplayTables,
  ...objectionTables,
  ...costRefundTables,
  ...rentWaiverWithdrawalTables,
  ...subsidyNoteWithdrawalTables,
  ...custodyTables,
  ...custodyBearersTables,
  ...custodyCostTables,
  ...stocktakingMatchTables,
  ...assetTurnTables,
  ...circumstanceTables,
  ...householdMeasureTables,
  ...accountChoiceTables,
  ...accountTables,
  ...logInTriesTables,
  ...paidReversalTables,
  ...wholeGrantTables,
  ...roleGrantTables,
  ...acceptedCommandTables,
  ...yearPlanTables,
  ...whatIfTables,
  ...idleNoteTables,
  ...debtPaymentTables,
  ...stepSignatureTables,
  ...secondFactorTables,
  ...payListTables,
  ...countyFilingTables,
  ...payCheckTables,
  ...routeChoiceTables,
  ...accountPersonTables,
  ...payFileReadTables,
  ...ownerProposalTables,
  ...objectionSenderTables,
  ...accountRelativeTables,
  ...reportSheetTables,
  ...payAdviceTables,
  ...nationalEntryTables,
  ...noticeMatterTables,
  ...procedureObjectionTables,
  ...payeeOutsideTables,
  ...yearGrantTables,
  ...bodyRollTables,
];
