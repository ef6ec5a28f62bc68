import { CostAgainService } from '../../src/features/deductions/cost-again.service';
import { IncomeAgainService } from '../../src/features/income/income-again.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { ReentryPathsService } from '../../src/features/months/reentry-paths.service';
import type { Services } from './village';

/** Where reversed vouchers are entered anew, wired as its module does. */
export function reentryPathsOn({ database, books, ...of }: Services): ReentryPathsService {
  const reentries = new ReentriesService(database, books);
  const income = new IncomeAgainService(database, books);
  const costs = new CostAgainService(database, of.charges, reentries, of.takenCosts);
  return new ReentryPathsService(books, income, costs, reentries, of.constructionRead);
}
