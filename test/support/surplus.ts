import { TaxFlowsService } from '../../src/features/ledger/tax-flows.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import { PromisedMoneyService } from '../../src/features/ledger/promised-money.service';
import { SurplusService } from '../../src/features/surplus/surplus.service';
import type { Database } from '../../src/platform/database/database';

/** The statements of a village's pools. */
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
