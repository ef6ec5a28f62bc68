import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import type { CounterpartiesService } from '../../src/features/ledger/counterparties.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { PoolBalancesService } from '../../src/features/ledger/pool-balances.service';
import { PriorYearGroundService } from '../../src/features/months/prior-year-ground.service';
import { PriorYearService } from '../../src/features/months/prior-year.service';
import type { YearBooksService } from '../../src/features/months/year-books.service';
import { YearShownService } from '../../src/features/months/year-shown.service';
import type { Database } from '../../src/platform/database/database';
import { seedRegisters } from './seed-registers';

/** What corrects an earlier year, on one database. */
export function priorYearOn(
  database: Database,
  of: {
    readonly years: YearBooksService;
    readonly books: LedgerReadService;
    readonly ledger: LedgerService;
    readonly balances: PoolBalancesService;
    readonly counterparties: CounterpartiesService;
  },
): PriorYearService {
  const { years, books, ledger, balances, counterparties } = of;
  const lines = new BookLinesService(database);
  const shown = new YearShownService(lines, ledger, seedRegisters().carry);
  const ground = new PriorYearGroundService(years, books, lines, counterparties, shown);
  return new PriorYearService(database, ground, books, ledger, balances);
}
