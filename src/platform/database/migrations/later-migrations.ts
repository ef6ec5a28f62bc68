import { bodyRollMigrations } from './body-rolls.migrations';
import { acceptedCommandMigrations } from './accepted-commands.migrations';
import { accountMigrations } from './accounts.migrations';
import { accountPersonMigrations } from './account-persons.migrations';
import { accountRelativeMigrations } from './account-relatives.migrations';
import { AssetSaleTaxes1764360010620 } from './asset-sale-taxes.migrations';
import { countyFilingMigrations } from './county-filings.migrations';
import { EncodedPictures1764360010850 } from './encoded-pictures.migrations';
import { idleNoteMigrations } from './idle-notes.migrations';
import { keptCostDayMigrations } from './kept-cost-days.migrations';
import { debtPaymentMigrations } from './debt-payments.migrations';
import { LabourReasons1764360010700 } from './labour-reasons.migrations';
import { LineReasons1764360010706 } from './line-reasons.migrations';
import { logInTriesMigrations } from './log-in-tries.migrations';
import { OwedAgainReasons1764360010711 } from './owed-again.migrations';
import { paidReversalMigrations } from './paid-reversals.migrations';
import { ownerProposalMigrations } from './owner-proposals.migrations';
import { PaidTwiceReasons1764360010630 } from './paid-twice-reasons.migrations';
import { PapersOut1764360010650 } from './papers-out.migrations';
import { nationalEntryMigrations } from './national-entries.migrations';
import { payAdviceMigrations } from './pay-advices.migrations';
import { payCheckPeopleMigrations } from './pay-check-people.migrations';
import { payCheckMigrations } from './pay-checks.migrations';
import { payFileReadMigrations } from './pay-file-reads.migrations';
import { objectionSenderMigrations } from './objection-senders.migrations';
import { payListMigrations } from './pay-lists.migrations';
import { PlanFiles1764360010705 } from './plan-files.migrations';
import { PlanSteps1764360010651 } from './plan-steps.migrations';
import { noticeMatterMigrations } from './notice-matters.migrations';
import { reportSheetMigrations } from './report-sheets.migrations';
import { routeChoiceMigrations } from './route-choices.migrations';
import { procedureObjectionMigrations } from './procedure-objections.migrations';
import { procedurePaperMigrations } from './procedure-papers.migrations';
import { RefusedFrom1764360010950 } from './refused-from.migrations';
import { refusedStepMigrations } from './refused-steps.migrations';
import { roleGrantMigrations } from './role-grants.migrations';
import { stepPaperMigrations } from './step-papers.migrations';
import { whatIfMigrations } from './what-ifs.migrations';
import { failureTakenBackMigrations } from './failures-taken-back.migrations';
import { payeeOutsideMigrations } from './payees-outside.migrations';
import { ToldActs1764360011000 } from './told-acts.migrations';
import { VoucherNumbers1764360010750 } from './voucher-numbers.migrations';
import { SignatureScans1764360011060 } from './signature-scans.migrations';
import { stepSignatureMigrations } from './step-signatures.migrations';
import { StepTakers1764360010762 } from './step-takers.migrations';
import { secondFactorMigrations } from './second-factors.migrations';
import { wholeGrantMigrations } from './whole-grants.migrations';
import { yearGrantMigrations } from './year-grants.migrations';
import { yearPlanMigrations } from './year-plans.migrations';
import { yearPlanSheetMigrations } from './year-plan-sheets.migrations';

/** The later half of every migration, in its order. A new one comes last. */
export const laterMigrations = [
  AssetSaleTaxes1764360010620,
  ...keptCostDayMigrations,
  PaidTwiceReasons1764360010630,
  PapersOut1764360010650,
  PlanSteps1764360010651,
  ...accountMigrations,
  ...logInTriesMigrations,
  ...paidReversalMigrations,
  LabourReasons1764360010700,
  PlanFiles1764360010705,
  LineReasons1764360010706,
  ...wholeGrantMigrations,
  OwedAgainReasons1764360010711,
  ...roleGrantMigrations,
  ...yearPlanMigrations,
  ...acceptedCommandMigrations,
  VoucherNumbers1764360010750,
  ...stepPaperMigrations,
  StepTakers1764360010762,
  ...stepSignatureMigrations,
  ...secondFactorMigrations,
  ...whatIfMigrations,
  ...debtPaymentMigrations,
  ...payListMigrations,
  ...idleNoteMigrations,
  ...countyFilingMigrations,
  ...routeChoiceMigrations,
  ...objectionSenderMigrations,
  ...accountPersonMigrations,
  EncodedPictures1764360010850,
  ...ownerProposalMigrations,
  ...payFileReadMigrations,
  ...accountRelativeMigrations,
  ...payCheckMigrations,
  ...yearPlanSheetMigrations,
  RefusedFrom1764360010950,
  ...refusedStepMigrations,
  ...reportSheetMigrations,
  ...payAdviceMigrations,
  ...nationalEntryMigrations,
  ToldActs1764360011000,
  ...noticeMatterMigrations,
  SignatureScans1764360011060,
  ...yearGrantMigrations,
  ...procedurePaperMigrations,
  ...procedureObjectionMigrations,
  ...payeeOutsideMigrations,
  ...failureTakenBackMigrations,
  ...payCheckPeopleMigrations,
  ...bodyRollMigrations,
] as const;
