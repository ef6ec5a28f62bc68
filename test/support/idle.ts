import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { TracingService } from '../../src/features/ledger/tracing.service';
import { IdleMoneyService } from '../../src/features/oversight/idle-money.service';
import { SEEDS } from './policy-seeds';
import type { Village } from './village';

/** What of a village's money lies still, wired as the modules do. */
export function idleOn({ services }: Village): IdleMoneyService {
  const { database, clock, books, collectives } = services;
  const tracing = new TracingService(
    database,
    new ChartService(SEEDS),
    books,
    new BookLinesService(database),
  );
  return new IdleMoneyService(database, clock, tracing, collectives, SEEDS);
}
