import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { StatementsService } from '../../src/features/ledger/statements.service';
import { TracingService } from '../../src/features/ledger/tracing.service';
import type { OpenDatabase } from './engines';

/** The statements, on one database. */
export function statementsOn(of: Pick<OpenDatabase, 'database'>): StatementsService {
  const [balances, lines] = [new BalancesService(of.database), new BookLinesService(of.database)];
  return new StatementsService(reportsOn(of), balances, lines, new StatementLayoutsService('seeds'));
}

/** The books and reports, on one database. */
export function reportsOn({ database }: Pick<OpenDatabase, 'database'>): ReportsService {
  const [balances, lines] = [new BalancesService(database), new BookLinesService(database)];
  const layouts = new StatementLayoutsService('seeds');
  return new ReportsService(database, new ChartService('seeds'), balances, lines, layouts);
}

/** Where money came from and went, on one database. */
export function tracingOn({ database }: Pick<OpenDatabase, 'database'>): TracingService {
  const charts = new ChartService('seeds');
  const books = new LedgerReadService(database, charts);
  return new TracingService(database, charts, books, new BookLinesService(database));
}
