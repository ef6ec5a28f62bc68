import { Injectable } from '@nestjs/common';
import {
  addDays,
  type CalendarDay,
  firstDayOf,
  lastDayOf,
  monthOf,
} from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import type { Fen } from '../../domain/money/fen';
import { Database } from '../../platform/database/database';
import { inGroups, placeholders } from '../../platform/database/many-ids';
import { run } from '../../platform/database/statements';
import { readManyBooks } from './books-row.store';
import { eraOn, erasOf, readManyCarried } from './chart-eras';
import { ChartService } from './chart.service';

/** What moved on an account of some books, a credit above zero. */
interface Moved {
  readonly collective_id: string;
  readonly ledger_account: string;
  readonly amount: string;
}

const LINES = `ledger_entries e
  JOIN ledger_lines l ON l.collective_id = e.collective_id AND l.entry_id = e.id`;
const SIGNED = `CASE l.side WHEN 'credit' THEN l.amount_fen ELSE -l.amount_fen END`;

/**
 * What the books of many collectives say they earned in a year, as each one's income statement has it, asked
 * of all of them together.
 */
@Injectable()
export class ManyIncomesService {
  constructor(
    private readonly database: Database,
    private readonly charts: ChartService,
  ) {}

  /**
   * The income of a year up to a day of it, of every kind the income statement has; nothing of those whose
   * books hold nothing by then, or begin within the year and brought nothing over of what it had earned.
   */
  async listOfYear(ids: readonly string[], to: CalendarDay): Promise<ReadonlyMap<string, Fen>> {
    const db = this.database.reader;
    const books = await readManyBooks(db, ids);
    const carried = await readManyCarried(db, ids);
    const charts = new Map<string, Chart>();
    for (const [id, row] of books) {
      if (row.chainLength === 0 || row.openedOn > to) continue;
      const era = eraOn(erasOf(carried.get(id) ?? [], row), to);
      charts.set(id, this.charts.requireChart(era?.chart ?? row.chart, row.regionPath));
    }
    const begun = `${to.slice(0, 4)}-01-01`;
    const later = [...charts.keys()].filter((id) => (books.get(id)?.openedOn ?? begun) > begun);
    const brought = await this.broughtOver(later, charts);
    for (const id of later) if (!brought.has(id)) charts.delete(id);
    const held = [...charts.keys()];
    const surplus = [...new Set([...charts.values()].map(({ roles }) => roles.currentYearSurplus))];
    const sums = new Map(held.map((id): [string, Fen] => [id, 0n]));
    const add = (rows: readonly Moved[], sign: 1n | -1n): void => {
      for (const { collective_id: id, ledger_account: account, amount } of rows)
        if (isIncome(charts.get(id), account)) sums.set(id, (sums.get(id) ?? 0n) + sign * BigInt(amount));
    };
    add(await this.moved(held, to), 1n);
    add(await this.carriedToSurplus(held, { to, surplus }), -1n);
    return sums;
  }

  /** Whose opening brought income or costs over: of what the year had earned before the books began. */
  private async broughtOver(
    ids: readonly string[],
    charts: ReadonlyMap<string, Chart>,
  ): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const group of inGroups(ids)) {
      const rows = await run<Omit<Moved, 'amount'>>(
        this.database.reader,
        `SELECT DISTINCT e.collective_id, l.ledger_account FROM ${LINES}
         WHERE e.collective_id IN (${placeholders(group)}) AND e.source_kind = 'opening'`,
        group,
      );
      for (const { collective_id: id, ledger_account: account } of rows)
        if (['income', 'expense'].includes(natureOf(charts.get(id), account) ?? '')) found.add(id);
    }
    return found;
  }

  /** All of the year: whole months as they are kept, the rest of the last one line by line. */
  private async moved(ids: readonly string[], to: CalendarDay): Promise<Moved[]> {
    const isWhole = to === lastDayOf(monthOf(to));
    const rest = firstDayOf(monthOf(to));
    const last = isWhole ? monthOf(to) : monthOf(addDays(rest, -1));
    const rows: Moved[] = [];
    for (const group of inGroups(ids)) {
      rows.push(
        ...(await run<Moved>(
          this.database.reader,
          `SELECT collective_id, ledger_account, CAST(SUM(credit_fen - debit_fen) AS TEXT) AS amount
           FROM ledger_turnovers
           WHERE collective_id IN (${placeholders(group)}) AND month >= ? AND month <= ?
           GROUP BY collective_id, ledger_account`,
          [...group, `${to.slice(0, 4)}-01`, last],
        )),
      );
      if (isWhole) continue;
      rows.push(
        ...(await run<Moved>(
          this.database.reader,
          `SELECT e.collective_id, l.ledger_account, CAST(SUM(${SIGNED}) AS TEXT) AS amount
           FROM ${LINES}
           WHERE e.collective_id IN (${placeholders(group)}) AND e.posted_on >= ? AND e.posted_on <= ?
           GROUP BY e.collective_id, l.ledger_account`,
          [...group, rest, to],
        )),
      );
    }
    return rows;
  }

  /**
   * What closing carried to the year's surplus: it moved nothing that is income of a period. A change of the
   * chart carries no income: the year is closed before.
   */
  private async carriedToSurplus(
    ids: readonly string[],
    { to, surplus }: { readonly to: CalendarDay; readonly surplus: readonly string[] },
  ): Promise<Moved[]> {
    const rows: Moved[] = [];
    const touches = surplus.map(() => 't.ledger_account LIKE ?').join(' OR ');
    for (const group of inGroups(ids))
      rows.push(
        ...(await run<Moved>(
          this.database.reader,
          `SELECT e.collective_id, l.ledger_account, CAST(SUM(${SIGNED}) AS TEXT) AS amount
           FROM ${LINES}
           WHERE e.collective_id IN (${placeholders(group)}) AND e.posted_on >= ? AND e.posted_on <= ?
             AND e.source_kind <> 'opening'
             AND EXISTS (SELECT 1 FROM ledger_lines t
               WHERE t.collective_id = e.collective_id AND t.entry_id = e.id AND (${touches}))
           GROUP BY e.collective_id, l.ledger_account`,
          [...group, `${to.slice(0, 4)}-01-01`, to, ...surplus.map((account) => `${account}%`)],
        )),
      );
    return rows;
  }
}

function isIncome(chart: Chart | undefined, code: string): boolean {
  return natureOf(chart, code) === 'income';
}

function natureOf(chart: Chart | undefined, code: string): string | undefined {
  return (chart?.accounts.get(code) ?? chart?.accounts.get(code.slice(0, 3)))?.nature;
}
