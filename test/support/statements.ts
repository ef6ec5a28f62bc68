import type { CalendarDay } from '../../src/domain/calendar/calendar-day';
import { type Fen, sumFen } from '../../src/domain/money/fen';
import { BalancesService } from '../../src/features/ledger/balances.service';
import { BookLinesService } from '../../src/features/ledger/book-lines.service';
import { readBooks } from '../../src/features/ledger/books-row.store';
import { ChartService } from '../../src/features/ledger/chart.service';
import { LedgerReadService } from '../../src/features/ledger/ledger-read.service';
import { ManyIncomesService } from '../../src/features/ledger/many-incomes.service';
import { ReportsService } from '../../src/features/ledger/reports.service';
import { StatementLayoutsService } from '../../src/features/ledger/statement-layouts.service';
import { StatementsService } from '../../src/features/ledger/statements.service';
import { TracingService } from '../../src/features/ledger/tracing.service';
import type { Database } from '../../src/platform/database/database';
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

/**
 * What books say they earned up to a day, asked of all of them together, is what the income statement of each
 * is made of, to the fen; nothing of those that hold nothing by then, and perhaps of those that begin within
 * the year.
 */
export async function expectIncomesAgree(
  database: Database,
  ids: readonly string[],
  days: readonly CalendarDay[],
): Promise<void> {
  const many = new ManyIncomesService(database, new ChartService('seeds'));
  for (const to of days) {
    const apart = new Map<string, Fen>();
    const told = await many.listOfYear([...ids, 'nobody'], to);
    for (const id of ids) {
      const income = await incomeOf(database, id, to);
      if (income !== undefined && (told.has(id) || !(await beginsWithin(database, id, to))))
        apart.set(id, income);
    }
    expect([to, told]).toEqual([to, apart]);
  }
}

/** Closes a database whose books agree so, on the last days of these years and within them. */
export async function closeAgreeing(
  { database, close }: OpenDatabase,
  ids: readonly string[],
  years: readonly number[],
): Promise<void> {
  const days = years.flatMap((year) => ['01-10', '11-20', '12-31'].map((day) => `${String(year)}-${day}`));
  await expectIncomesAgree(database, ids, days);
  await close();
}

async function beginsWithin(database: Database, collectiveId: string, to: CalendarDay): Promise<boolean> {
  const books = await readBooks(database.reader, collectiveId);
  return (books?.openedOn ?? '') > `${to.slice(0, 4)}-01-01`;
}

async function incomeOf(database: Database, collectiveId: string, to: CalendarDay): Promise<Fen | undefined> {
  const books = await readBooks(database.reader, collectiveId);
  if (books === undefined || books.chainLength === 0 || books.openedOn > to) return undefined;
  const [reports, statements] = [reportsOn({ database }), statementsOn({ database })];
  const chart = await reports.requireChartOf(collectiveId, to);
  const wish = await reports.wishOf({ collectiveId, from: `${to.slice(0, 4)}-01-01`, to, by: 'postedOn' });
  const { moved } = await statements.incomeFigures(collectiveId, { to, wish, chart });
  const own = [...moved].filter(
    ([code]) => (chart.accounts.get(code) ?? chart.accounts.get(code.slice(0, 3)))?.nature === 'income',
  );
  return sumFen(own.map(([, amount]) => amount));
}
