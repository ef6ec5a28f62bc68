import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import type { CounterpartiesService } from '../../src/features/ledger/counterparties.service';
import type { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import type { LedgerService } from '../../src/features/ledger/ledger.service';
import type { PoolBalancesService } from '../../src/features/ledger/pool-balances.service';
import { ReentriesService } from '../../src/features/ledger/reentries.service';
import { PriorYearGroundService } from '../../src/features/months/prior-year-ground.service';
import { PriorYearService } from '../../src/features/months/prior-year.service';
import type { YearBooksService } from '../../src/features/months/year-books.service';
import type { ReversibleFactsService } from '../../src/features/months/reversible-facts.service';
import { ReversingService } from '../../src/features/months/reversing.service';
import { YearReversalsService } from '../../src/features/months/year-reversals.service';
import { YearShownService } from '../../src/features/months/year-shown.service';
import type { Clock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { seedRegisters } from './seed-registers';
import { holdsOn } from './voucher-desk';

/** What corrects an earlier year, on one database. */
export function priorYearOn(
  database: Database,
  of: {
    readonly clock: Clock;
    readonly years: YearBooksService;
    readonly books: LedgerReadService;
    readonly ledger: LedgerService;
    readonly balances: PoolBalancesService;
    readonly counterparties: CounterpartiesService;
  },
): PriorYearService {
  const { clock, years, books, ledger, balances, counterparties } = of;
  const { lines, shown } = yearShownOn(database, ledger);
  const ground = new PriorYearGroundService(years, books, lines, counterparties, shown);
  const holds = holdsOn({ database, clock, books, ledger });
  return new PriorYearService(database, ground, ledger, balances, holds);
}

/** What takes vouchers back, on one database. */
export function reversingOn(
  database: Database,
  of: {
    readonly books: LedgerReadService;
    readonly ledger: LedgerService;
    readonly facts: ReversibleFactsService;
    readonly years: YearBooksService;
    readonly balances: PoolBalancesService;
  },
): ReversingService {
  const { books, ledger, facts, years, balances } = of;
  const { shown } = yearShownOn(database, ledger);
  const reentries = new ReentriesService(database, books);
  const reversals = new YearReversalsService(years, shown, ledger, balances, reentries);
  return new ReversingService(database, books, ledger, facts, reversals);
}

function yearShownOn(database: Database, ledger: LedgerService) {
  const lines = new BookLinesService(database);
  return { lines, shown: new YearShownService(lines, ledger, seedRegisters().carry) };
}
