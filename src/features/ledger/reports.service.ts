import { Injectable } from '@nestjs/common';
import { addDays, type CalendarDay, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { countedSpan, type ReportSpan } from '../../domain/ledger/account-sums';
import type { Chart } from '../../domain/ledger/chart';
import type { LastSeal } from '../../domain/ledger/check-pass';
import { type CounterpartyNames, type Dealing, partyOf } from '../../domain/ledger/counterparty';
import type { Pool } from '../../domain/ledger/journal-entry';
import { accountBalances } from '../../domain/ledger/report-account-balances';
import {
  type AgeingOrder,
  agesFrom,
  ageing,
  type AgeingLine,
  type AgeingRow,
  isOfUnknownAge,
} from '../../domain/ledger/report-ageing';
import { type DetailRow, detailRows } from '../../domain/ledger/report-detail-ledger';
import { type GeneralLedger, generalLedgers } from '../../domain/ledger/report-general-ledger';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { spanProblems } from '../../domain/shared/typed-fields';
import { Database } from '../../platform/database/database';
import { BalancesService, type BalanceWish, type Days } from './balances.service';
import type { NamedWish } from './balances.store';
import { type BookLine, BookLinesService, type Stretch } from './book-lines.service';
import { eraOn, readChartCarried, readEras } from './chart-eras';
import { readReadings, requireAllRead } from './chart-readings.store';
import { ChartService } from './chart.service';
import { readCounterpartyNames } from './counterparties.store';
import { readBooks } from './books-row.store';
import { listDealingLines } from './dealing-lines';
import { type Origins, readOrigins } from './line-origins.store';
import { readLastSeal } from './month-seals.store';
import { type NamedOnAccount, readNamedOn } from './named-on-account.store';
import { UNNAMED } from './report-names';
import { StatementLayoutsService } from './statement-layouts.service';

/** What a report is asked for: whose books, which days, as known when, of which pool, on which account. */
export interface ReportScope extends ReportSpan {
  readonly collectiveId: string;
  /** Only what was booked by the end of this day; everything where absent. */
  readonly known?: CalendarDay | undefined;
  readonly pool?: Pool | undefined;
  readonly account?: string | undefined;
  /** Only lines that name this one, by id or a word of the program's; `unnamed`: those that name nobody. */
  readonly counterparty?: string | undefined;
  /** Only lines of this asset, by id; `unnamed`: those of none. */
  readonly asset?: string | undefined;
  /** In which order an ageing is read. */
  readonly sort?: AgeingOrder | undefined;
}

/** 科目余额表, and 凭证汇总 where only what moved is asked. */
export type AccountBalances = ReturnType<typeof accountBalances>;

/** 明细账 or 日记账: the rows of a stretch, and how many lines there are in all. */
export interface DetailLedger {
  readonly rows: readonly DetailRow[];
  readonly lines: number;
}

/** 往来账龄 with the limits of its ages. */
export interface AgeingReport {
  readonly limits: readonly number[];
  readonly rows: readonly AgeingRow[];
}

/** More lines than this are not printed or written to a workbook at once. */
export const MOST_LINES = 20_000;

/** The books and reports of a span, each from the balances and lines behind it. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly charts: ChartService,
    private readonly balances: BalancesService,
    private readonly lines: BookLinesService,
    private readonly layouts: StatementLayoutsService,
  ) {}

  /**
   * The chart under which the books were kept on a day, now where none is named, with its county details.
   * @throws DomainError `collective.unknown`
   */
  async requireChartOf(collectiveId: string, on?: CalendarDay): Promise<Chart> {
    const books = await readBooks(this.database.reader, collectiveId);
    if (books === undefined) throw new DomainError('collective.unknown', { collectiveId });
    const eras = await readEras(this.database.reader, collectiveId, books);
    const era = on === undefined ? undefined : eraOn(eras, on);
    return this.charts.requireChart(era?.chart ?? books.chart, books.regionPath);
  }

  /** Whom the lines name: those of older books by name, the rest by id. */
  counterpartiesOf(collectiveId: string): Promise<CounterpartyNames> {
    return readCounterpartyNames(this.database.reader, collectiveId);
  }

  /** The last seal, where every day of a report lies in sealed months. */
  async sealOver(collectiveId: string, to: CalendarDay): Promise<LastSeal | undefined> {
    const seal = await readLastSeal(this.database.reader, collectiveId);
    return seal !== undefined && monthOf(to) <= seal.month ? seal : undefined;
  }

  /**
   * The wish of a report as balances understand it. @throws FormProblems `calendar.reversed`; DomainError
   * `report.chartChanged` where its days lie under two charts, in which one code means two things,
   * `report.otherChart` where a line of another chart has no account in the report's own
   */
  async wishOf(scope: ReportScope): Promise<BalanceWish> {
    const { from, to, by, pool, account } = scope;
    refuseProblems(spanProblems(scope));
    const [first, last] = [
      await this.requireChartOf(scope.collectiveId, from),
      await this.requireChartOf(scope.collectiveId, to),
    ];
    if (first !== last) {
      throw new DomainError('report.chartChanged', { from: first.version, to: last.version });
    }
    const upTo = await this.balances.positionKnown(scope.collectiveId, scope.known);
    const wish = { by, upTo, pool, account, ...(await this.namedWishOf(scope)) };
    const { charts } = this;
    const readings = await readReadings(this.database.reader, charts, scope);
    if (readings.length === 0) return wish;
    await requireAllRead(this.database.reader, scope, { upTo, chart: last, charts, readings });
    return { ...wish, readings };
  }

  /** Whom and what the lines of an account name, with its details: parties by id, assets by id. */
  async namedOn(collectiveId: string, account: string): Promise<NamedOnAccount> {
    const names = await this.counterpartiesOf(collectiveId);
    const named = await readNamedOn(this.database.reader, collectiveId, account);
    return {
      ...named,
      counterparties: [...new Set(named.counterparties.map((each) => names.idOf(each)))],
    };
  }

  /** A party as its lines name it: by id, those of older books by name. */
  private async namedWishOf({ collectiveId, counterparty, asset }: ReportScope): Promise<NamedWish> {
    const textsOf = async (id: string): Promise<string[]> => {
      const names = await this.counterpartiesOf(collectiveId);
      return [...new Set([id, names.nameOf(id)])];
    };
    return {
      ...(counterparty === undefined
        ? {}
        : { counterparties: counterparty === UNNAMED ? [] : await textsOf(counterparty) }),
      ...(asset === undefined ? {} : { assets: asset === UNNAMED ? [] : [asset] }),
    };
  }

  async accountBalances(scope: ReportScope): Promise<AccountBalances> {
    const chart = await this.requireChartOf(scope.collectiveId, scope.to);
    const wish = await this.wishOf(scope);
    const opening = await this.balances.openingOf(scope.collectiveId, daysOf(scope), wish);
    const moved = await this.balances.movedBetween(scope.collectiveId, scope, wish);
    return accountBalances({ opening, moved }, chart);
  }

  /** 科目汇总表: what moved on each account, without what was brought in. */
  async voucherSummary(scope: ReportScope): Promise<AccountBalances & { readonly vouchers: number }> {
    const chart = await this.requireChartOf(scope.collectiveId, scope.to);
    const wish = await this.wishOf(scope);
    const moved = await this.balances.movedBetween(scope.collectiveId, scope, wish);
    const without = await this.balances.broughtEntries(scope.collectiveId);
    const wanted = { ...wish, ...daysOf(scope), without };
    const vouchers = await this.lines.countVouchers(scope.collectiveId, wanted);
    return { ...accountBalances({ opening: new Map(), moved }, chart), vouchers };
  }

  /** 总账 by month, cut at the days asked for: of one account, or of every one of the chart's own. */
  async generalLedger(scope: ReportScope): Promise<GeneralLedger[]> {
    const chart = await this.requireChartOf(scope.collectiveId, scope.to);
    const { collectiveId } = scope;
    const { account, ...wish } = await this.wishOf(scope);
    const { from, to } = countedSpan(scope);
    const opening = await this.balances.openingOf(collectiveId, { from, to }, wish);
    const moved = await this.balances.movedByMonth(collectiveId, { from, to }, wish);
    const january = `${String(yearOf(from))}-01-01`;
    const earlier = { from: january, to: addDays(from, -1) };
    const before = from === january ? [] : await this.balances.movedBetween(collectiveId, earlier, wish);
    const asked = { first: monthOf(from), last: monthOf(to), ...(account === undefined ? {} : { account }) };
    return generalLedgers(asked, { opening, before, moved }, chart);
  }

  /**
   * 明细账 and 日记账 of one account with its details: all lines, or a stretch of a long one.
   * @throws DomainError `report.tooLong` where all of too many are wanted
   */
  async detailLedger(
    scope: ReportScope & { readonly account: string },
    wish: { readonly dayTotals: boolean; readonly stretch?: Stretch },
  ): Promise<DetailLedger> {
    const { collectiveId } = scope;
    const asked = await this.wishOf(scope);
    const without = await this.balances.broughtEntries(collectiveId);
    const wanted = { ...asked, ...daysOf(scope), without };
    const count = await this.lines.countLines(collectiveId, wanted);
    if (wish.stretch === undefined && count > MOST_LINES) {
      throw new DomainError('report.tooLong', { lines: count, most: MOST_LINES });
    }
    const { offset, limit } = wish.stretch ?? { offset: 0, limit: MOST_LINES };
    const lines = await this.lines.listLines(collectiveId, wanted, { offset, limit: limit + 1 });
    const next = lines[limit];
    const names = await this.counterpartiesOf(collectiveId);
    const shown = lines.slice(0, limit).map((line) => names.byId(line));
    const opening = await this.balances.openingOf(collectiveId, daysOf(scope), asked);
    const brought = [...opening.values()].reduce((sum, balance) => sum + balance, 0n);
    const january = `${String(yearOf(scope.from))}-01-01`;
    const rows = detailRows(
      {
        from: scope.from,
        opening: brought + (await this.lines.sumBefore(collectiveId, wanted, offset)),
        lines: await this.lines.withCounters(collectiveId, shown, asked),
        ...(next === undefined ? {} : { nextOn: next[scope.by] }),
        days: await this.lines.sumByDay(collectiveId, { ...wanted, from: january }),
      },
      wish,
    );
    return { rows, lines: count };
  }

  /** 往来账龄 of what is owed to the village, between it and its members, and by it. */
  async ageing(scope: ReportScope): Promise<AgeingReport> {
    const { collectiveId, to } = scope;
    const { accounts, limits } = this.layouts.agesOf(await this.requireChartOf(collectiveId, to));
    const { account, ...wish } = await this.wishOf(scope);
    const carried = await readChartCarried(this.database.reader, collectiveId);
    const names = await this.counterpartiesOf(collectiveId);
    const origins = await readOrigins(this.database.reader, collectiveId);
    const rows: AgeingRow[] = [];
    for (const each of account === undefined ? accounts : [account]) {
      const asked = { collectiveId, wish: { ...wish, to, account: each } };
      const lines = await listDealingLines(this.lines, asked, carried);
      const dealings = lines.map((line) => dealingLine(names.byId(line), origins));
      rows.push(...ageing(dealings, to, limits));
    }
    return { limits, rows };
  }
}

/** What this program wrote itself, read back. */
export const readDealing: (key: string) => Dealing = JSON.parse;

function dealingLine(line: BookLine, origins: Origins): AgeingLine {
  const { counterparty, assetId, stream } = line;
  const key = JSON.stringify({ counterparty, assetId, stream });
  const aroseOn = origins.find(line);
  const known = { on: agesFrom({ ...line, aroseOn }), isOfUnknownAge: isOfUnknownAge(line) };
  return { ...line, ...known, key, party: partyOf(line) };
}

function daysOf({ from, to }: ReportScope): Days {
  return { from, to };
}
