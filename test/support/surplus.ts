import type { AssetsService } from '../../src/features/assets/assets.service';
import type { DeductionsService } from '../../src/features/deductions/deductions.service';
import { IncomeNaturesService } from '../../src/features/income/income-natures.service';
import type { IncomeReadService } from '../../src/features/income/income-read.service';
import { SubsidyWaitsService } from '../../src/features/surplus/subsidy-waits.service';
import { SurplusLinesService } from '../../src/features/surplus/surplus-lines.service';
import type { Clock } from '../../src/platform/clock/clock';
import { seedRegisters } from './seed-registers';
import { TaxFlowsService } from '../../src/features/ledger/tax-flows.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import { PromisedMoneyService } from '../../src/features/ledger/promised-money.service';
import { SurplusService } from '../../src/features/surplus/surplus.service';
import type { Database } from '../../src/platform/database/database';

/** The statements of a village's pools. */
interface LinesGround {
  readonly books: LedgerReadService;
  readonly assets: AssetsService;
  readonly incomeRead: IncomeReadService;
  readonly deductions: DeductionsService;
  readonly clock: Clock;
  readonly database: Database;
}

/** The lines of a statement, each with its vouchers. */
export function surplusLinesOn(services: LinesGround): SurplusLinesService {
  const { books, assets, incomeRead, deductions, clock, database } = services;
  const waits = new SubsidyWaitsService(assets, incomeRead, clock);
  const natures = new IncomeNaturesService(database, seedRegisters().packs);
  return new SurplusLinesService(books, deductions, natures, waits, clock);
}

export function surplusOn(
  database: Database,
  books: LedgerReadService,
  ledger: LedgerService,
): SurplusService {
  return new SurplusService(
    database,
    books,
    ledger,
    new PromisedMoneyService(database),
    new TaxFlowsService(ledger),
  );
}
