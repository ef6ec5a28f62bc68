import { ManyRostersService } from '../../src/features/collectives/many-rosters.service';
import type { AssetReturnsService } from '../../src/features/assets/asset-returns.service';
import type { ConstructionReadService } from '../../src/features/assets/construction-read.service';
import type { CostPaymentsService } from '../../src/features/deductions/cost-payments.service';
import type { IncomeGroundService } from '../../src/features/income/income-ground.service';
import { IncomeReversalsService } from '../../src/features/income/income-reversals.service';
import type { IncomeService } from '../../src/features/income/income.service';
import type { KeptCutsService } from '../../src/features/income/kept-cuts.service';
import type { SubsidyAdvancesService } from '../../src/features/income/subsidy-advances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import { TracingService } from '../../src/features/ledger/tracing.service';
import { ReversibleFactsService } from '../../src/features/months/reversible-facts.service';
import { ManyUsesService } from '../../src/features/uses/many-uses.service';
import { MemberSharesService } from '../../src/features/uses/member-shares.service';
import { UseEndsService } from '../../src/features/uses/use-ends.service';
import { PaidReversalsService } from '../../src/features/uses/paid-reversals.service';
import { SureAccountsService } from '../../src/features/uses/sure-accounts.service';
import { UseReversalsService } from '../../src/features/uses/use-reversals.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { dividendBooksOn } from './dividends';

/** What each step lets be taken back, wired as their modules do. */
export function reversibleFactsOn(steps: {
  readonly income: IncomeService;
  readonly subsidyAdvances: SubsidyAdvancesService;
  readonly keptCuts: KeptCutsService;
  readonly costPayments: CostPaymentsService;
  readonly assetReturns: AssetReturnsService;
  readonly constructionRead: ConstructionReadService;
  readonly ground: IncomeGroundService;
  readonly books: LedgerReadService;
  readonly ledger: LedgerService;
  readonly clock: Clock;
  readonly database: Database;
}): ReversibleFactsService {
  const earned = new IncomeReversalsService(
    steps.income,
    steps.subsidyAdvances,
    steps.keptCuts,
    steps.ground.owners,
  );
  const { costPayments, assetReturns, constructionRead } = steps;
  const { database, clock, books } = steps;
  const many = new ManyUsesService(database, new ManyRostersService(database));
  const tracing = new TracingService(
    database,
    new ChartService('seeds'),
    books,
    new BookLinesService(database),
  );
  const paid = new PaidReversalsService(database, clock, tracing, many);
  const uses = new UseReversalsService(
    ...([sharesOn(steps), new UseEndsService(clock, books), paid] as const),
    ...([new SureAccountsService(many, tracing), database] as const),
  );
  return new ReversibleFactsService(earned, costPayments, assetReturns, constructionRead, uses);
}

/** What members are owed and paid of what they were given. */
export function sharesOn(steps: {
  readonly ledger: LedgerService;
  readonly clock: Clock;
  readonly database: Database;
}): MemberSharesService {
  return new MemberSharesService(steps.database, dividendBooksOn(steps), steps.clock);
}
