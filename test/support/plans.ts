import type { ApprovalsService } from '../../src/features/approvals/approvals.service';
import type { AssetsService } from '../../src/features/assets/assets.service';
import type { CollectivesService } from '../../src/features/collectives/collectives.service';
import type { DeductionsService } from '../../src/features/deductions/deductions.service';
import { planPlacesOn } from './route-choices';
import { DecidingService } from '../../src/features/distribution/deciding.service';
import { DraftingService } from '../../src/features/distribution/drafting.service';
import { GrantedAheadService } from '../../src/features/distribution/granted-ahead.service';
import { GrantBookingService } from '../../src/features/distribution/grant-booking.service';
import { GrantedLinesService } from '../../src/features/distribution/granted-lines.service';
import { MonthGrantsService } from '../../src/features/distribution/month-grants.service';
import { PeriodSettlingService } from '../../src/features/distribution/period-settling.service';
import { YearClaimsService } from '../../src/features/distribution/year-claims.service';
import { YearGrantingService } from '../../src/features/distribution/year-granting.service';
import { GrantingService } from '../../src/features/distribution/granting.service';
import { WholeGrantsService } from '../../src/features/distribution/whole-grants.service';
import { MovedSheetsService } from '../../src/features/distribution/moved-sheets.service';
import { PlanCheckService } from '../../src/features/distribution/plan-check.service';
import { PlanGrantsService } from '../../src/features/distribution/plan-grants.service';
import { PlanGroundService } from '../../src/features/distribution/plan-ground.service';
import { PlanPacksService } from '../../src/features/distribution/plan-packs.service';
import { PlanPublicityService } from '../../src/features/distribution/plan-publicity.service';
import { YearLeftService } from '../../src/features/distribution/year-left.service';
import { YearPlanReadService } from '../../src/features/distribution/year-plan-read.service';
import { PlanReadService } from '../../src/features/distribution/plan-read.service';
import { PlanRulesService } from '../../src/features/distribution/plan-rules.service';
import { ReleasingService } from '../../src/features/distribution/releasing.service';
import { NewIncomeGrantsService } from '../../src/features/distribution/new-income-grants.service';
import { NewIncomeService } from '../../src/features/distribution/new-income.service';
import { NewIncomeStandingService } from '../../src/features/distribution/new-income-standing.service';
import { PaidGrantsService } from '../../src/features/distribution/paid-grants.service';
import { PlanSettlingService } from '../../src/features/distribution/plan-settling.service';
import { PlanStandingService } from '../../src/features/distribution/plan-standing.service';
import { IncomeNaturesService } from '../../src/features/income/income-natures.service';
import type { BankReadService } from '../../src/features/ledger/bank-read.service';
import { EarnedIncomeService } from '../../src/features/ledger/earned-income.service';
import { LedgerCheckService } from '../../src/features/ledger/ledger-check.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { LedgerWishesService } from '../../src/features/ledger/ledger-wishes.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { PoolBalancesService } from '../../src/features/ledger/pool-balances.service';
import { PromiseReleasesService } from '../../src/features/ledger/promise-releases.service';
import { PromisedMoneyService } from '../../src/features/ledger/promised-money.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import { MoneyWishesService } from '../../src/features/months/money-wishes.service';
import { KeptPacksService } from '../../src/features/policy/kept-packs.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import type { SurplusService } from '../../src/features/surplus/surplus.service';
import type { UsesService } from '../../src/features/uses/uses.service';
import type { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { planApprovalOn } from './plan-approval';
import { seedRegisters } from './seed-registers';
import { tracingOn } from './statements';

/** What the distribution's services stand on. */
export interface PlanParts {
  readonly assets: AssetsService;
  readonly collectives: CollectivesService;
  readonly deductions: DeductionsService;
  readonly surplus: SurplusService;
  readonly policy: PolicyService;
  readonly uses: UsesService;
  readonly approvals: ApprovalsService;
  readonly books: LedgerReadService;
}

/** The services that take a plan from its draft to its grants. */
export function plansOn(database: Database, clock: SetClock, parts: PlanParts) {
  const { assets, collectives, deductions, surplus, policy, uses, approvals, books } = parts;
  const packs = new PlanPacksService(new KeptPacksService(policy, clock));
  const releases = new PromiseReleasesService(
    database,
    clock,
    new LedgerCheckService(seedRegisters().charts),
  );
  const grants = new PlanGrantsService(books, releases);
  const plans = new PlanReadService(database, packs, uses, approvals, grants);
  const newIncomes = new NewIncomeService(
    new EarnedIncomeService(seedRegisters().charts),
    assets,
    new IncomeNaturesService(database, policy),
  );
  const years = new YearPlanReadService(database, packs, approvals);
  const claims = new YearClaimsService(uses, grants);
  const lefts = new YearLeftService(plans, years, claims);
  const grounds = new PlanGroundService(surplus, deductions, newIncomes, lefts);
  const choices = new PackChoicesService(database, clock, policy, collectives);
  const confirmations = new PackConfirmationsService(database, clock, policy, collectives);
  const standards = new LocalStandardsService(database, clock, policy, collectives);
  const rules = new PlanRulesService(
    planPlacesOn({ database, clock, collectives }),
    choices,
    confirmations,
    standards,
    packs,
  );
  const outOfNew = new NewIncomeGrantsService(newIncomes, standards, plans);
  const reentries = new ReentriesService(database, books);
  const approved = planApprovalOn(database, clock);
  const ahead = new GrantedAheadService(database, approved, tracingOn({ database }), clock);
  const booking = new GrantBookingService(uses, ahead);
  const granting = new GrantingService(surplus, booking, outOfNew, reentries);
  const ofYear = new YearGrantingService(database, surplus, lefts, claims, booking);
  const aboveNew = new NewIncomeStandingService(outOfNew, plans, grants, packs, books);
  const checks = new PlanCheckService(database, grounds, surplus, rules, clock);
  const settled = new PlanSettlingService(
    database,
    new PaidGrantsService(database, grants, uses, tracingOn({ database })),
  );
  const settling = new PeriodSettlingService(surplus, grounds, claims, settled);
  return {
    moved: new MovedSheetsService(plans, surplus, reentries, books),
    promises: new PromisedMoneyService(database),
    plans,
    checks,
    aboveNew,
    standing: new PlanStandingService(database, checks, aboveNew),
    drafting: new DraftingService(database, clock, rules, grounds, uses),
    deciding: new DecidingService(database, plans, approvals, checks, settling),
    granting,
    monthGrants: new MonthGrantsService(database, plans, years, granting, ofYear),
    grantedLines: new GrantedLinesService(plans, years, lefts, claims),
    yearLefts: lefts,
    yearClaims: claims,
    wholeGrants: new WholeGrantsService(database, plans, granting, clock),
    grants,
    releasing: new ReleasingService(database, plans, releases),
    publicity: new PlanPublicityService(plans, years, approvals),
  };
}

/** What vouchers, the bank and grants want before a month is held. */
export function wishesOn(on: {
  readonly ledger: LedgerService;
  readonly balances: PoolBalancesService;
  readonly bank: BankReadService;
  readonly aboveNew: NewIncomeStandingService;
}): MoneyWishesService {
  return new MoneyWishesService(new LedgerWishesService(on.ledger, on.balances), on.bank, on.aboveNew);
}
