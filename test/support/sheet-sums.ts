import { sumFen } from '../../src/domain/money/fen';
import type { DistributionPlan } from '../../src/features/distribution/plan-read.service';
import { IncomeNaturesService } from '../../src/features/income/income-natures.service';
import { CountedLinesService } from '../../src/features/ledger/counted-lines.service';
import { NoticeCostsService } from '../../src/features/notices/notice-costs.service';
import { NoticeFactsService } from '../../src/features/notices/notice-facts.service';
import { SheetBooksService } from '../../src/features/notices/sheet-books.service';
import type { PolicyService } from '../../src/features/policy/policy.service';
import { seeded } from '../domain/policy/seeded';
import type { Village } from './village';

/** The money side of a sheet on a village's books. */
export function sheetFactsOn(
  { assets, incomeRead, deductions, ledger, surplus, database }: Village['services'],
  policies: PolicyService = seeded,
): NoticeFactsService {
  const books = new SheetBooksService(new CountedLinesService(ledger), surplus);
  const costs = new NoticeCostsService(assets, deductions, books);
  return new NoticeFactsService(
    assets,
    incomeRead,
    new IncomeNaturesService(database, policies),
    costs,
    books,
  );
}

/** What a plan's sheet says came in and went out, row by row, beside what was decided: both in fen. */
export async function sheetSums({ services }: Village, plan: DistributionPlan) {
  const facts = sheetFactsOn(services);
  const income = await facts.incomeOf(plan, services.database.reader);
  const costs = await facts.deductionsOf(plan, services.database.reader);
  const receipts = income.rows.flatMap((row) => row.receipts);
  return {
    received: sumFen(receipts.map(({ received }) => BigInt(received))) - BigInt(income.taxOwed ?? '0'),
    outstanding: sumFen(receipts.map(({ outstanding }) => BigInt(outstanding))),
    costs: costs.map(({ amount }) => BigInt(amount)),
  };
}
