import type { EntityManager } from 'typeorm';
import { yearOf } from '../../domain/calendar/calendar-day';
import { countedSpan, type ReportSpan } from '../../domain/ledger/account-sums';
import type { Chart } from '../../domain/ledger/chart';
import { type ChartReading, readingsOf } from '../../domain/ledger/chart-readings';
import type { Pool } from '../../domain/ledger/journal-entry';
import { DomainError } from '../../domain/shared/domain-error';
import { type LineSum, sumLines } from './balances.store';
import { readBooks } from './books-row.store';
import type { ChartService } from './chart.service';
import { readCrossings } from './crossings.store';

/** Whose report, of which days and pool. */
interface Asked extends ReportSpan {
  readonly collectiveId: string;
  readonly pool?: Pool | undefined;
}

/**
 * How a report reads what was booked under other charts than its own; nothing where it counts by the
 * voucher's day, because each of its days lies under one chart.
 */
export async function readReadings(
  db: EntityManager,
  charts: ChartService,
  { collectiveId, by, to }: Asked,
): Promise<ChartReading[]> {
  const books = by === 'aboutPeriod' ? await readBooks(db, collectiveId) : undefined;
  if (books === undefined || books.chartFrom === '') return [];
  const { regionPath } = books;
  return readingsOf(await readCrossings(db, charts, { collectiveId, regionPath }), to);
}

/**
 * Refuses a report that counts a line of another chart for which its own has no account, or several of which
 * nobody can tell the one. What came to nothing before the report's year counts in none.
 * @throws DomainError `report.otherChart`
 */
export async function requireAllRead(
  db: EntityManager,
  { collectiveId, pool, ...span }: Asked,
  of: {
    readonly upTo: number;
    readonly chart: Chart;
    readonly charts: ChartService;
    readonly readings: readonly ChartReading[];
  },
): Promise<void> {
  const { from, to, by } = countedSpan(span);
  const year = yearOf(from);
  const sumsOf = (days: { readonly from?: string; readonly to: string }): Promise<LineSum[]> =>
    sumLines(db, collectiveId, {
      wish: { ...days, by, upTo: of.upTo, pool },
      columns: ['chart', 'ledgerAccount', 'pool'],
    });
  const stood = await sumsOf({ to: `${String(year - 1)}-12-31` });
  const moved = await sumsOf({ from: `${String(year)}-01-01`, to });
  const counted = [
    ...stood.filter(({ debit, credit }) => debit !== credit),
    ...moved.filter(({ debit, credit }) => debit !== 0n || credit !== 0n),
  ];
  const unread = counted.find(({ chart, ledgerAccount = '' }) =>
    of.readings.some((each) => each.chart === chart && !each.names.has(ledgerAccount)),
  );
  if (unread === undefined) return;
  const { chart: version = '', ledgerAccount: code = '' } = unread;
  const books = await readBooks(db, collectiveId);
  const name = of.charts.findChart(version, books?.regionPath)?.accounts.get(code)?.name ?? '';
  const facts = { account: `${code} ${name}`.trim(), chart: version, own: of.chart.version };
  throw new DomainError('report.otherChart', facts);
}
