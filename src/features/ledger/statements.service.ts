import { Injectable } from '@nestjs/common';
import { type CalendarDay, yearOf } from '../../domain/calendar/calendar-day';
import { gather, negated } from '../../domain/ledger/account-sums';
import type { Chart, ChartVersion } from '../../domain/ledger/chart';
import { partyOf } from '../../domain/ledger/counterparty';
import {
  balanceSheet,
  type BalanceSheet,
  type IncomeFigures,
  incomeStatement,
  type StatementFigure,
} from '../../domain/ledger/report-statements';
import type { BalanceByAccount } from '../../domain/ledger/report-account-balances';
import { isIncomeOrExpense } from '../../domain/ledger/statement-layout';
import { isSurplus, surplusMovements } from '../../domain/ledger/surplus-movements';
import { type Fen, sumFen } from '../../domain/money/fen';
import { BalancesService, type BalanceWish } from './balances.service';
import type { LineSum } from './balances.store';
import { BookLinesService } from './book-lines.service';
import { type ReportScope, ReportsService } from './reports.service';
import { StatementLayoutsService } from './statement-layouts.service';

/** A statement with the figures of last year beside this year's. */
export interface BalanceSheetReport {
  readonly confirmed: boolean;
  readonly closing: BalanceSheet;
  /** As the year began: as the one before ended, or as balances were carried over or opened with. */
  readonly yearStart: BalanceSheet;
}

export interface IncomeStatementReport {
  readonly confirmed: boolean;
  /** From 1 January to the day. */
  readonly thisYear: readonly StatementFigure[];
  /** The same days a year before; none where another chart held then, whose codes mean other things. */
  readonly lastYear: readonly StatementFigure[];
  /** Where they are none: the chart of then, and the day whose own statement shows them. */
  readonly lastYearElsewhere?: { readonly chart: ChartVersion; readonly to: CalendarDay };
}

/** The statements a layout file describes. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly reports: ReportsService,
    private readonly balances: BalancesService,
    private readonly lines: BookLinesService,
    private readonly layouts: StatementLayoutsService,
  ) {}

  /** 资产负债表 at the end of the scope's last day. */
  async balanceSheet(scope: ReportScope): Promise<BalanceSheetReport> {
    const chart = await this.reports.requireChartOf(scope.collectiveId, scope.to);
    const layout = this.layouts.requireLayout('balance-sheet', chart);
    const wish = await this.reports.wishOf(scope);
    const { collectiveId } = scope;
    const dimensions = ['ledgerAccount', 'counterparty', 'assetId', 'stream'] as const;
    const names = await this.reports.counterpartiesOf(collectiveId);
    const sheetOf = (sums: readonly LineSum[]): BalanceSheet => {
      const byParty = gather(
        sums.map((sum) => names.byId(sum)),
        (sum) => `${sum.ledgerAccount ?? ''} ${partyOf(sum)}`,
      );
      const standing = byParty.map(({ ledgerAccount = '', debit, credit }) => ({
        ledgerAccount,
        balance: debit - credit,
      }));
      return balanceSheet(layout, standing);
    };
    const closing = await this.balances.balancesBy(collectiveId, { on: scope.to, dimensions }, wish);
    const from = `${String(yearOf(scope.to))}-01-01`;
    const yearStart = await this.balances.openingBy(collectiveId, { from, to: scope.to, dimensions }, wish);
    return { confirmed: layout.confirmed, closing: sheetOf(closing), yearStart: sheetOf(yearStart) };
  }

  /** 收益及收益分配表 from 1 January to the scope's last day, beside the same days of the year before. */
  async incomeStatement(scope: ReportScope): Promise<IncomeStatementReport> {
    const chart = await this.reports.requireChartOf(scope.collectiveId, scope.to);
    const layout = this.layouts.requireLayout('income-statement', chart);
    const wish = await this.reports.wishOf(scope);
    const then = aYearBefore(scope.to);
    const upTo = async (to: CalendarDay): Promise<readonly StatementFigure[]> =>
      incomeStatement(layout, await this.incomeFigures(scope.collectiveId, { to, wish, chart }));
    const statement = { confirmed: layout.confirmed, thisYear: await upTo(scope.to) };
    const chartThen = await this.reports.requireChartOf(scope.collectiveId, then);
    return chartThen === chart
      ? { ...statement, lastYear: await upTo(then) }
      : { ...statement, lastYear: [], lastYearElsewhere: { chart: chartThen.version, to: then } };
  }

  /** What a year's income statement is made of, from 1 January to a day. */
  async incomeFigures(
    collectiveId: string,
    asked: { readonly to: CalendarDay; readonly wish: BalanceWish; readonly chart: Chart },
  ): Promise<IncomeFigures> {
    const { to, chart } = asked;
    const wish = { ...asked.wish, account: undefined };
    const from = `${String(yearOf(to))}-01-01`;
    const { currentYearSurplus, surplusDistribution } = chart.roles;
    const surplusAccounts = [currentYearSurplus, surplusDistribution];
    const days = { from, to };
    const without = await this.balances.broughtEntries(collectiveId);
    const span = { ...wish, ...days, without };
    const touching = await this.lines.linesTouching(collectiveId, surplusAccounts, span);
    const movements = surplusMovements(touching, chart);
    const moved = await this.balances.movedBetween(collectiveId, days, wish);
    const ofTheYear = ({ ledgerAccount = '' }: { readonly ledgerAccount?: string }): boolean =>
      isIncomeOrExpense(chart, ledgerAccount);
    // Books that open within a year bring its income and expense so far: they are of this year, not before.
    const opened = (await this.balances.openedWithin(collectiveId, days, wish)).filter(ofTheYear);
    const income = gather(
      [...moved.filter(ofTheYear), ...opened, ...movements.carried.map(negated)],
      (sum) => sum.ledgerAccount ?? '',
    );
    const openedSum = sumFen(opened.map((sum) => sum.credit - sum.debit));
    const standing = (balances: BalanceByAccount): Fen => {
      const own = [...balances].filter(([code]) => isSurplus(chart, code) || isIncomeOrExpense(chart, code));
      return -sumFen(own.map(([, balance]) => balance));
    };
    return {
      moved: new Map(income.map((sum) => [sum.ledgerAccount ?? '', sum.credit - sum.debit])),
      brought: standing(await this.balances.openingOf(collectiveId, days, wish)) - openedSum,
      transferredIn: movements.transferredIn,
      distributed: movements.distributed,
      closing: standing(await this.balances.balancesOn(collectiveId, to, wish)),
    };
  }
}

/** The same day a year before; 28 February where that year has no 29. */
function aYearBefore(day: CalendarDay): CalendarDay {
  const rest = day.slice(4) === '-02-29' ? '-02-28' : day.slice(4);
  return `${String(yearOf(day) - 1)}${rest}`;
}
