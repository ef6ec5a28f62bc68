import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { ChartService } from '../../src/features/ledger/chart.service';
import { ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { StatementsService } from '../../src/features/ledger/statements.service';
import type { OpenDatabase } from './engines';

/** The statements, on one database. */
export function statementsOn({ database }: Pick<OpenDatabase, 'database'>): StatementsService {
  const [balances, lines] = [new BalancesService(database), new BookLinesService(database)];
  const layouts = new StatementLayoutsService('seeds');
  const reports = new ReportsService(database, new ChartService('seeds'), balances, lines, layouts);
  return new StatementsService(reports, balances, lines, layouts);
}
