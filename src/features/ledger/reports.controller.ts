import { Controller, Get, Param, Query } from '@nestjs/common';
import type { GeneralLedger } from '../../domain/ledger/report-general-ledger';
import { ApiRoom } from '../../platform/http/api-answer';
import { type PageOf, pageOf, VillageAddress } from '../../platform/http/api.forms';
import type { DetailRow } from '../../domain/ledger/report-detail-ledger';
import type { ReportName } from './report-names';
import { ReportViewService } from './report-view.service';
import { ReportQuery } from './report.forms';
import { type AccountBalances, type AgeingReport, type ReportScope, ReportsService } from './reports.service';
import { type BalanceSheetReport, type IncomeStatementReport, StatementsService } from './statements.service';

const MOST_LINES_AT_ONCE = 200;
const USUAL_LINES = 50;

/** The books and reports as data. */
@ApiRoom('ledger')
@Controller('api/villages/:collectiveId/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly statements: StatementsService,
    private readonly view: ReportViewService,
  ) {}

  /** Every account: what was brought in, what moved, what stands. */
  @Get('account-balances')
  async accountBalances(@Param() at: VillageAddress, @Query() query: ReportQuery): Promise<AccountBalances> {
    return this.reports.accountBalances(await this.scopeOf(at, 'account-balances', query));
  }

  /** Every account month by month, one account on each place of the list. */
  @Get('general-ledger')
  async generalLedger(
    @Param() at: VillageAddress,
    @Query() query: ReportQuery,
  ): Promise<PageOf<GeneralLedger>> {
    const scope = await this.scopeOf(at, 'general-ledger', query);
    return pageOf(await this.reports.generalLedger(scope), query);
  }

  /** The lines of one account with the balance after each; `total` counts lines, sums stand between them. */
  @Get('detail-ledger')
  async detailLedger(@Param() at: VillageAddress, @Query() query: ReportQuery): Promise<PageOf<DetailRow>> {
    const scope = await this.scopeOf(at, 'detail-ledger', query);
    const chart = await this.reports.requireChartOf(at.collectiveId, scope.to);
    const page = Number(query.page ?? 1);
    const size = Math.min(Number(query.size ?? USUAL_LINES), MOST_LINES_AT_ONCE);
    const stretch = { offset: (page - 1) * size, limit: size };
    const asked = { ...scope, account: scope.account ?? chart.roles.bank };
    const { rows, lines } = await this.reports.detailLedger(asked, { dayTotals: false, stretch });
    return { items: rows, page, size, total: lines };
  }

  /** What the vouchers of a span moved on each account. */
  @Get('voucher-summary')
  async voucherSummary(
    @Param() at: VillageAddress,
    @Query() query: ReportQuery,
  ): Promise<AccountBalances & { readonly vouchers: number }> {
    return this.reports.voucherSummary(await this.scopeOf(at, 'voucher-summary', query));
  }

  /** What stands open with others, by how long it has stood. */
  @Get('ageing')
  async ageing(@Param() at: VillageAddress, @Query() query: ReportQuery): Promise<AgeingReport> {
    return this.reports.ageing(await this.scopeOf(at, 'ageing', query));
  }

  /** Assets, liabilities and equity at the end of a day, after the layout of the chart. */
  @Get('balance-sheet')
  async balanceSheet(@Param() at: VillageAddress, @Query() query: ReportQuery): Promise<BalanceSheetReport> {
    return this.statements.balanceSheet(await this.scopeOf(at, 'balance-sheet', query));
  }

  /** Income, expense and distribution of a year up to a day. */
  @Get('income-statement')
  async incomeStatement(
    @Param() at: VillageAddress,
    @Query() query: ReportQuery,
  ): Promise<IncomeStatementReport> {
    return this.statements.incomeStatement(await this.scopeOf(at, 'income-statement', query));
  }

  private scopeOf(at: VillageAddress, report: ReportName, query: ReportQuery): Promise<ReportScope> {
    return this.view.scopeOf({ collectiveId: at.collectiveId, report, query });
  }
}
