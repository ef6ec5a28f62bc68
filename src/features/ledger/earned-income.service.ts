import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { type Chart, mainCodeOf } from '../../domain/ledger/chart';
import type { Pool } from '../../domain/ledger/journal-entry';
import type { Fen } from '../../domain/money/fen';
import { readBooks } from './books-row.store';
import { ChartService } from './chart.service';
import { run } from './ledger.store';

/** What one voucher, or what took it back, booked as income of an asset. */
export interface EarnedRow {
  /** The voucher that booked it first. */
  readonly entryId: string;
  readonly assetId: string | undefined;
  readonly pool: Pool;
  readonly amount: Fen;
}

/** Both days included. */
export interface EarnedDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

interface Row {
  readonly entry_id: string;
  readonly asset_id: string | null;
  readonly pool: Pool;
  readonly ledger_account: string;
  readonly chart: string;
  readonly amount: string;
}

/** Income as the accounts of income hold it, before a year's closing carries it away. */
@Injectable()
export class EarnedIncomeService {
  constructor(private readonly charts: ChartService) {}

  /**
   * The income of some days; undefined where the books begin after the first of them.
   * @see listEarned
   */
  async findEarned(
    db: EntityManager,
    collectiveId: string,
    days: EarnedDays,
  ): Promise<EarnedRow[] | undefined> {
    const books = await readBooks(db, collectiveId);
    if (books === undefined || books.openedOn > days.from) return undefined;
    return this.listEarned(db, collectiveId, days);
  }

  /**
   * The income of some days, in the order of the vouchers that booked it, counted on the day on which it
   * counts in statements: what is taken back in a later year makes less of its own.
   */
  async listEarned(db: EntityManager, collectiveId: string, { from, to }: EarnedDays): Promise<EarnedRow[]> {
    const books = await readBooks(db, collectiveId);
    if (books === undefined) return [];
    const chartOf = (version: string): Chart => this.charts.requireChart(version, books.regionPath);
    const { currentYearSurplus, surplusDistribution } = chartOf(books.chart).roles;
    const given = [collectiveId, from, to, `${currentYearSurplus}%`, `${surplusDistribution}%`];
    const rows = await run<Row>(db, EARNED, given);
    const crossed = books.chartFrom === '' ? [] : await run<Row>(db, TAKEN_BACK, given);
    return [...rows, ...crossed]
      .filter((row) => isIncome(chartOf(row.chart), row.ledger_account))
      .map((row) => ({
        ...{ entryId: row.entry_id, assetId: row.asset_id ?? undefined, pool: row.pool },
        amount: BigInt(row.amount),
      }));
  }
}

const SIGNED = "CASE l.side WHEN 'credit' THEN l.amount_fen ELSE -l.amount_fen END";
const OF_RESULT = `l.ledger_account LIKE '5%' AND NOT EXISTS (
  SELECT 1 FROM ledger_lines other
  WHERE other.collective_id = l.collective_id AND other.entry_id = l.entry_id
    AND (other.ledger_account LIKE ? OR other.ledger_account LIKE ?))`;

const EARNED = `SELECT COALESCE(e.reverses_id, e.id) AS entry_id, l.asset_id, l.pool, l.ledger_account,
    e.chart, CAST(SUM(${SIGNED}) AS TEXT) AS amount
  FROM ledger_lines l JOIN ledger_entries e ON e.collective_id = l.collective_id AND e.id = l.entry_id
  WHERE l.collective_id = ? AND l.statement_on >= ? AND l.statement_on <= ? AND ${OF_RESULT}
  GROUP BY COALESCE(e.reverses_id, e.id), l.asset_id, l.pool, l.ledger_account, e.chart, l.statement_on
  ORDER BY COALESCE(e.reverses_id, e.id), l.asset_id, l.pool, l.ledger_account, l.statement_on`;

/** What is taken back through a change of the chart: it stands on 322, and takes back the lines of before. */
const TAKEN_BACK = `SELECT taken.id AS entry_id, l.asset_id, l.pool, l.ledger_account, taken.chart,
    CAST(-SUM(${SIGNED}) AS TEXT) AS amount
  FROM ledger_entries e
  JOIN ledger_entries taken ON taken.collective_id = e.collective_id AND taken.id = e.reverses_id
    AND taken.chart <> e.chart
  JOIN ledger_lines l ON l.collective_id = taken.collective_id AND l.entry_id = taken.id
  WHERE e.collective_id = ? AND e.statement_on >= ? AND e.statement_on <= ? AND ${OF_RESULT}
  GROUP BY taken.id, l.asset_id, l.pool, l.ledger_account, taken.chart
  ORDER BY taken.id, l.asset_id, l.pool, l.ledger_account`;

function isIncome({ accounts }: Chart, code: string): boolean {
  return (accounts.get(code) ?? accounts.get(mainCodeOf(code)))?.nature === 'income';
}
