import type { INestApplicationContext } from '@nestjs/common';
import { invariant } from '../domain/shared/invariant';
import { ReservesService } from '../features/ledger/reserves.service';
import { KeptCostsService } from '../features/deductions/kept-costs.service';
import { ConstructionService } from '../features/assets/construction.service';
import { ConstructionReadService } from '../features/assets/construction-read.service';
import { LeaseDepositsService } from '../features/income/lease-deposits.service';
import { LinkageService } from '../features/assets/linkage.service';
import { StocktakingsService } from '../features/assets/stocktakings.service';
import { HandoversService } from '../features/months/handovers.service';
import { MeterKwhService } from '../features/income/meter-kwh.service';
import { SubsidyAdvancesService } from '../features/income/subsidy-advances.service';
import { ColoursService } from '../features/oversight/colours.service';
import { BodyRollService } from '../features/approvals/body-roll.service';
import { GoalsService } from '../features/oversight/goals.service';
import { AssetLifeService } from '../features/assets/asset-life.service';
import { AssetParticularsService } from '../features/assets/asset-particulars.service';
import { DepreciationService } from '../features/assets/depreciation.service';
import { LeasesService } from '../features/assets/leases.service';
import { ArrearsService } from '../features/income/arrears.service';
import { MetersService } from '../features/income/meters.service';
import { RentContractsService } from '../features/income/rent-contracts.service';
import { RentDuesService } from '../features/income/rent-dues.service';
import { LocalStandardsService } from '../features/policy/local-standards.service';
import { AssetsService } from '../features/assets/assets.service';
import { CollectivesService } from '../features/collectives/collectives.service';
import { DeductionContractsService } from '../features/deductions/deduction-contracts.service';
import { DeductionsService } from '../features/deductions/deductions.service';
import { DecidingService } from '../features/distribution/deciding.service';
import { DraftingService } from '../features/distribution/drafting.service';
import { YearPlanDecidingService } from '../features/distribution/year-plan-deciding.service';
import { YearPlanDraftingService } from '../features/distribution/year-plan-drafting.service';
import { YearPlanReadService } from '../features/distribution/year-plan-read.service';
import { WholeGrantsService } from '../features/distribution/whole-grants.service';
import { PlanReadService } from '../features/distribution/plan-read.service';
import { IncomeReadService } from '../features/income/income-read.service';
import { IncomeService } from '../features/income/income.service';
import { JointPaymentsService } from '../features/income/joint-payments.service';
import { JointReadService } from '../features/income/joint-read.service';
import { ReceiptsService } from '../features/income/receipts.service';
import { SlipsService } from '../features/income/slips.service';
import { LedgerReadService } from '../features/ledger/ledger-read.service';
import { ManualVouchersService } from '../features/ledger/manual-vouchers.service';
import { VoucherSignaturesService } from '../features/ledger/voucher-signatures.service';
import { ChartChangeService } from '../features/months/chart-change.service';
import { MonthsService } from '../features/months/months.service';
import { YearEndService } from '../features/months/year-end.service';
import { OpeningService } from '../features/months/opening.service';
import { DisplaysService } from '../features/notices/displays.service';
import { NoticeSheetsService } from '../features/notices/notice-sheets.service';
import { NoticesService } from '../features/notices/notices.service';
import { ObjectionAnswersService } from '../features/notices/objection-answers.service';
import { ObjectionsService } from '../features/notices/objections.service';
import { ReportNoticesService } from '../features/notices/report-notices.service';
import { PackConfirmationsService } from '../features/policy/pack-confirmations.service';
import { SurplusService } from '../features/surplus/surplus.service';
import { AssetFilesService } from '../features/assets/asset-files.service';
import { DividendDecidingService } from '../features/uses/dividend-deciding.service';
import { DividendPayingService } from '../features/uses/dividend-paying.service';
import { DividendReadService } from '../features/uses/dividend-read.service';
import { DividendsService } from '../features/uses/dividends.service';
import { UsersService } from '../features/users/users.service';
import { Clock, SetClock } from '../platform/clock/clock';
import { Configuration } from '../platform/config/configuration';
import { SEEDS_FOLDER } from '../platform/files/seeds-folder';
import { type PayServices, payServicesOf } from './pay-services';
import { type PeopleServices, peopleServicesOf } from './people-services';

/** The services a story is told through, the same as the web's, and the clock it moves from day to day. */
export interface Services {
  readonly clock: SetClock;
  readonly seedsFolder: string;
  /** Whether what is told is a demo's, and marked as such. */
  readonly madeUp: boolean;
  readonly collectives: CollectivesService;
  readonly users: UsersService;
  readonly assets: AssetsService;
  readonly assetLife: AssetLifeService;
  readonly particulars: AssetParticularsService;
  readonly depreciation: DepreciationService;
  readonly leases: LeasesService;
  readonly arrears: ArrearsService;
  readonly meters: MetersService;
  readonly rentContracts: RentContractsService;
  readonly rentDues: RentDuesService;
  readonly standards: LocalStandardsService;
  readonly income: IncomeService;
  readonly slips: SlipsService;
  readonly incomeRead: IncomeReadService;
  readonly receipts: ReceiptsService;
  readonly joint: JointReadService;
  readonly jointPayments: JointPaymentsService;
  readonly contracts: DeductionContractsService;
  readonly deductions: DeductionsService;
  readonly surplus: SurplusService;
  readonly drafting: DraftingService;
  readonly deciding: DecidingService;
  /** What takes a yearly plan from its draft to its decision. */
  readonly yearPlans: {
    readonly drafting: YearPlanDraftingService;
    readonly deciding: YearPlanDecidingService;
    readonly reading: YearPlanReadService;
  };
  readonly wholeGrants: WholeGrantsService;
  readonly confirmations: PackConfirmationsService;
  readonly plans: PlanReadService;
  readonly notices: NoticesService;
  readonly objections: ObjectionsService;
  readonly answers: ObjectionAnswersService;
  readonly displays: DisplaysService;
  readonly reports: ReportNoticesService;
  readonly sheets: NoticeSheetsService;
  readonly openings: OpeningService;
  readonly months: MonthsService;
  readonly books: LedgerReadService;
  readonly yearEnd: YearEndService;
  readonly chartChange: ChartChangeService;
  readonly dividends: ReturnType<typeof dividendsOf>;
  readonly manualVouchers: ManualVouchersService;
  readonly signatures: VoucherSignaturesService;
  readonly reserves: ReservesService;
  readonly keptCosts: KeptCostsService;
  readonly construction: ConstructionService;
  readonly projects: ConstructionReadService;
  readonly deposits: LeaseDepositsService;
  readonly linkage: LinkageService;
  readonly stocktakings: StocktakingsService;
  readonly handovers: HandoversService;
  readonly meterKwh: MeterKwhService;
  readonly advances: SubsidyAdvancesService;
  readonly colours: ColoursService;
  readonly bodyRolls: BodyRollService;
  readonly goals: GoalsService;
  readonly pay: PayServices;
  readonly people: PeopleServices;
}

/** Takes the services out of an application whose clock can be set. */
export function servicesOf(app: INestApplicationContext): Services {
  const clock = app.get(Clock);
  invariant(clock instanceof SetClock, 'a story is told on a clock that can be set');
  return {
    clock,
    seedsFolder: app.get<string>(SEEDS_FOLDER),
    madeUp: app.get(Configuration).demo,
    collectives: app.get(CollectivesService),
    users: app.get(UsersService),
    assets: app.get(AssetsService),
    assetLife: app.get(AssetLifeService),
    particulars: app.get(AssetParticularsService),
    depreciation: app.get(DepreciationService),
    leases: app.get(LeasesService),
    arrears: app.get(ArrearsService),
    meters: app.get(MetersService),
    rentContracts: app.get(RentContractsService),
    rentDues: app.get(RentDuesService),
    standards: app.get(LocalStandardsService),
    income: app.get(IncomeService),
    slips: app.get(SlipsService),
    incomeRead: app.get(IncomeReadService),
    receipts: app.get(ReceiptsService),
    joint: app.get(JointReadService),
    jointPayments: app.get(JointPaymentsService),
    contracts: app.get(DeductionContractsService),
    deductions: app.get(DeductionsService),
    surplus: app.get(SurplusService),
    drafting: app.get(DraftingService),
    deciding: app.get(DecidingService),
    yearPlans: yearPlansOf(app),
    wholeGrants: app.get(WholeGrantsService),
    confirmations: app.get(PackConfirmationsService),
    plans: app.get(PlanReadService),
    ...sheetsOf(app),
    openings: app.get(OpeningService),
    months: app.get(MonthsService),
    books: app.get(LedgerReadService),
    yearEnd: app.get(YearEndService),
    chartChange: app.get(ChartChangeService),
    dividends: dividendsOf(app),
    manualVouchers: app.get(ManualVouchersService),
    signatures: app.get(VoucherSignaturesService),
    ...furtherOf(app),
    pay: payServicesOf(app),
    people: peopleServicesOf(app),
  };
}

/** The services of what hangs on the wall. */
function sheetsOf(
  app: INestApplicationContext,
): Pick<Services, 'notices' | 'displays' | 'reports' | 'sheets' | 'objections' | 'answers'> {
  return {
    notices: app.get(NoticesService),
    displays: app.get(DisplaysService),
    reports: app.get(ReportNoticesService),
    sheets: app.get(NoticeSheetsService),
    objections: app.get(ObjectionsService),
    answers: app.get(ObjectionAnswersService),
  };
}

/** The services of what a year is planned for. */
function yearPlansOf(app: INestApplicationContext): Services['yearPlans'] {
  return {
    drafting: app.get(YearPlanDraftingService),
    deciding: app.get(YearPlanDecidingService),
    reading: app.get(YearPlanReadService),
  };
}

/** The services by which members are given a share. */
function dividendsOf(app: INestApplicationContext) {
  return {
    drafting: app.get(DividendsService),
    deciding: app.get(DividendDecidingService),
    paying: app.get(DividendPayingService),
    reading: app.get(DividendReadService),
    files: app.get(AssetFilesService),
  };
}

/** The services of what happens beside income, costs and the split. */
function furtherOf(app: INestApplicationContext) {
  return {
    reserves: app.get(ReservesService),
    keptCosts: app.get(KeptCostsService),
    construction: app.get(ConstructionService),
    projects: app.get(ConstructionReadService),
    deposits: app.get(LeaseDepositsService),
    linkage: app.get(LinkageService),
    stocktakings: app.get(StocktakingsService),
    handovers: app.get(HandoversService),
    meterKwh: app.get(MeterKwhService),
    advances: app.get(SubsidyAdvancesService),
    colours: app.get(ColoursService),
    bodyRolls: app.get(BodyRollService),
    goals: app.get(GoalsService),
  };
}
