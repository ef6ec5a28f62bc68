import type { AssetReturnsService } from '../../src/features/assets/asset-returns.service';
import type { ConstructionReadService } from '../../src/features/assets/construction-read.service';
import type { CostPaymentsService } from '../../src/features/deductions/cost-payments.service';
import type { IncomeGroundService } from '../../src/features/income/income-ground.service';
import { IncomeReversalsService } from '../../src/features/income/income-reversals.service';
import type { IncomeService } from '../../src/features/income/income.service';
import type { KeptCutsService } from '../../src/features/income/kept-cuts.service';
import type { SubsidyAdvancesService } from '../../src/features/income/subsidy-advances.service';
import { ReversibleFactsService } from '../../src/features/months/reversible-facts.service';

/** What each step lets be taken back, wired as their modules do. */
export function reversibleFactsOn(steps: {
  readonly income: IncomeService;
  readonly subsidyAdvances: SubsidyAdvancesService;
  readonly keptCuts: KeptCutsService;
  readonly costPayments: CostPaymentsService;
  readonly assetReturns: AssetReturnsService;
  readonly constructionRead: ConstructionReadService;
  readonly ground: IncomeGroundService;
}): ReversibleFactsService {
  const earned = new IncomeReversalsService(
    steps.income,
    steps.subsidyAdvances,
    steps.keptCuts,
    steps.ground.owners,
  );
  return new ReversibleFactsService(earned, steps.costPayments, steps.assetReturns, steps.constructionRead);
}
