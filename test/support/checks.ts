import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import type { ApprovalsService } from '../../src/features/approvals/approvals.service';
import { AssetsCheckService } from '../../src/features/assets/assets-check.service';
import { RegisterStandsService } from '../../src/features/assets/register-stands.service';
import { RegisterCheckService } from '../../src/features/assets/register-check.service';
import { AssetBalancesService } from '../../src/features/ledger/asset-balances.service';
import { AssetFilesCheckService } from '../../src/features/assets/asset-files-check.service';
import { AssetLifeCheckService } from '../../src/features/assets/asset-life-check.service';
import type { ConstructionReadService } from '../../src/features/assets/construction-read.service';
import { ConstructionCheckService } from '../../src/features/assets/construction-check.service';
import { StocktakingCheckService } from '../../src/features/assets/stocktaking-check.service';
import { DepreciationCheckService } from '../../src/features/assets/depreciation-check.service';
import { ChargesCheckService } from '../../src/features/deductions/charges-check.service';
import type { DeductionContractsService } from '../../src/features/deductions/deduction-contracts.service';
import { CustodyCostsCheckService } from '../../src/features/deductions/custody-costs-check.service';
import { DeductionsCheckService } from '../../src/features/deductions/deductions-check.service';
import { GrantsCheckService } from '../../src/features/distribution/grants-check.service';
import { AttendanceCheckService } from '../../src/features/distribution/attendance-check.service';
import { AidCheckService } from '../../src/features/distribution/aid-check.service';
import { IndustryCheckService } from '../../src/features/distribution/industry-check.service';
import { WorksCheckService } from '../../src/features/distribution/works-check.service';
import { PlanGrantsService } from '../../src/features/distribution/plan-grants.service';
import { ReleasesCheckService } from '../../src/features/distribution/releases-check.service';
import { PromiseReleasesService } from '../../src/features/ledger/promise-releases.service';
import { ApprovalsCheckService } from '../../src/features/distribution/approvals-check.service';
import { PlansCheckService } from '../../src/features/distribution/plans-check.service';
import { YearClaimsService } from '../../src/features/distribution/year-claims.service';
import { YearPlansCheckService } from '../../src/features/distribution/year-plans-check.service';
import { yearPlanReadingOn } from './year-plans';
import type { PlanReadService } from '../../src/features/distribution/plan-read.service';
import { PromisedMoneyService } from '../../src/features/ledger/promised-money.service';
import { ReentriesCheckService } from '../../src/features/ledger/reentries-check.service';
import { ReservesCheckService } from '../../src/features/ledger/reserves-check.service';
import { SettledCheckService } from '../../src/features/distribution/settled-check.service';
import { IncomeCheckService } from '../../src/features/income/income-check.service';
import { CustodyCheckService } from '../../src/features/income/custody-check.service';
import { DepositsCheckService } from '../../src/features/income/deposits-check.service';
import { SlipReadingsCheckService } from '../../src/features/income/slip-readings-check.service';
import { TaxCheckService } from '../../src/features/income/tax-check.service';
import type { RentReadService } from '../../src/features/income/rent-read.service';
import { KeptCostsCheckService } from '../../src/features/deductions/kept-costs-check.service';
import type { KeptCostsService } from '../../src/features/deductions/kept-costs.service';
import type { JointReadService } from '../../src/features/income/joint-read.service';
import type { IncomeGroundService } from '../../src/features/income/income-ground.service';
import { JointCheckService } from '../../src/features/income/joint-check.service';
import { OwnersCheckService } from '../../src/features/income/owners-check.service';
import type { StationLinksService } from '../../src/features/assets/station-links.service';
import { BankCheckService } from '../../src/features/ledger/bank-check.service';
import { CounterpartiesCheckService } from '../../src/features/ledger/counterparties-check.service';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { EarnedIncomeService } from '../../src/features/ledger/earned-income.service';
import { IndustryService } from '../../src/features/uses/industry.service';
import { SignaturesCheckService } from '../../src/features/ledger/signatures-check.service';
import { VouchersCheckService } from '../../src/features/ledger/vouchers-check.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { ChartsCheckService } from '../../src/features/months/charts-check.service';
import { RecordsCheckService } from '../../src/features/months/records-check.service';
import { AcceptedCheckService } from '../../src/features/months/accepted-check.service';
import { RefusalsCheckService } from '../../src/features/months/refusals-check.service';
import { HandoversCheckService } from '../../src/features/months/handovers-check.service';
import { YearEndCheckService } from '../../src/features/months/year-end-check.service';
import { StepChecks } from '../../src/features/months/step-checks';
import { NoticesCheckService } from '../../src/features/notices/notices-check.service';
import type { TaxReadService } from '../../src/features/income/tax-read.service';
import type { TaxSalesService } from '../../src/features/income/tax-sales.service';
import type { SurplusService } from '../../src/features/surplus/surplus.service';
import { KeptPacksService } from '../../src/features/policy/kept-packs.service';
import { UsersService } from '../../src/features/users/users.service';
import type { UsesService } from '../../src/features/uses/uses.service';
import { AcceptedCommandsService } from '../../src/platform/audit/accepted-commands.service';
import { RefusedCommandsService } from '../../src/platform/audit/refused-commands.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { seedRegisters } from './seed-registers';
import { keysOf } from './members';
import { NoSheets } from './no-sheets';
import { attendanceOn } from './attendance';
import { filingsOn, signaturesOn, subjectFilesOn } from './approvals';
import { aidOn } from './aid';
import { worksOn } from './works';
import { dividendsCheckOn } from './dividends';

/** The services of the steps that passes ask. */
interface CheckedSteps {
  readonly uses: UsesService;
  readonly plans: PlanReadService;
  readonly surplus: SurplusService;
  readonly books: LedgerReadService;
  readonly rents: RentReadService;
  readonly ground: IncomeGroundService;
  readonly links: StationLinksService;
  readonly joint: JointReadService;
  readonly keptCosts: KeptCostsService;
  readonly contracts: DeductionContractsService;
  readonly approvals: ApprovalsService;
  readonly collectives: CollectivesService;
  readonly constructionRead: ConstructionReadService;
  readonly taxRead: TaxReadService;
  readonly taxSales: TaxSalesService;
}

/** The check of the books with the pass of every step, wired as the modules do. */
export function checkOn(
  database: Database,
  clock: Clock,
  { collectives, uses, plans, surplus, books, rents, links, joint, keptCosts, ...rest }: CheckedSteps,
): BooksCheckService {
  const { approvals, constructionRead, contracts, ground } = rest;
  const ledger = new LedgerCheckService(seedRegisters().charts);
  const promises = new PromisedMoneyService(database);
  const releases = new PromiseReleasesService(database, clock, ledger);
  const { works } = worksOn(database, clock, { books, collectives, constructionRead });
  const steps = [
    new AssetsCheckService(),
    new RegisterCheckService(ledger, new RegisterStandsService(books, new AssetBalancesService())),
    new AssetFilesCheckService(),
    new StocktakingCheckService(),
    new DepreciationCheckService(ledger, books),
    new AssetLifeCheckService(ledger),
    new ConstructionCheckService(ledger),
    new IncomeCheckService(ledger, rents),
    new SlipReadingsCheckService(ground),
    new TaxCheckService(ledger, rest.taxRead, rest.taxSales, clock),
    new DepositsCheckService(ledger, rents),
    new CustodyCheckService(ledger, ground.owners),
    new JointCheckService(ledger, books, links),
    new OwnersCheckService(links, books),
    new DeductionsCheckService(ledger),
    new CustodyCostsCheckService(ledger, ground.owners),
    new ChargesCheckService(contracts),
    new KeptCostsCheckService(ledger, keptCosts, joint, links),
    new GrantsCheckService(ledger, uses),
    new AttendanceCheckService(attendanceOn(database, clock, { books, collectives }), books),
    new WorksCheckService(works, books),
    dividendsCheckOn(database, clock, books),
    new AidCheckService(aidOn(database, clock, { books, collectives }), books),
    new IndustryCheckService(
      new IndustryService(database, clock, books),
      books,
      new EarnedIncomeService(seedRegisters().charts),
    ),
    new ApprovalsCheckService(
      ...([approvals, signaturesOn(database, clock), filingsOn(database, clock)] as const),
      subjectFilesOn(database, clock),
    ),
    new YearPlansCheckService(
      yearPlanReadingOn(database, clock, approvals),
      approvals,
      signaturesOn(database, clock),
      subjectFilesOn(database, clock),
      new NoSheets(),
    ),
    new PlansCheckService(plans, new KeptPacksService(seedRegisters().packs, clock)),
    new SettledCheckService(
      ...([ledger, surplus, approvals, promises] as const),
      new YearClaimsService(uses, new PlanGrantsService(books, releases)),
    ),
    new ReleasesCheckService(releases, promises, uses, new PlanGrantsService(books, releases)),
    new ReservesCheckService(),
    new ReentriesCheckService(),
    new NoticesCheckService(ledger),
    new ChartsCheckService(ledger, books, collectives),
    new YearEndCheckService(ledger, books),
    new HandoversCheckService(),
    new RecordsCheckService(),
    new CounterpartiesCheckService(),
    new VouchersCheckService(ledger),
    new SignaturesCheckService(ledger, new UsersService(database, clock)),
    new BankCheckService(),
    new AcceptedCheckService(new AcceptedCommandsService(database)),
    new RefusalsCheckService(refusalsOn(database, clock)),
  ];
  return new BooksCheckService(database, ledger, new StepChecks(steps));
}

/** The record of what was refused. */
export function refusalsOn(database: Database, clock: Clock): RefusedCommandsService {
  return new RefusedCommandsService(database, clock, keysOf());
}
