import { type AgeingRow, sortAgeing } from '../../domain/ledger/report-ageing';
import { Injectable } from '@nestjs/common';
import { accountOf } from '../../domain/ledger/account-sums';
import { remarks } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { Stretch } from './book-lines.service';
import type { ReportName } from './report-names';
import {
  accountBalancesSheet,
  ageingSheet,
  partyText,
  balanceSheetSheet,
  detailLedgerSheet,
  generalLedgerSheet,
  incomeStatementSheet,
  type LinkOf,
  type SheetBody,
  voucherSummarySheet,
} from './report-sheets';
import { type ReportScope, ReportsService } from './reports.service';
import { StatementsService } from './statements.service';
import { VoucherDesk } from './voucher-desk.service';

/** The table of a report, what its heading must say beside, and how many lines a long ledger has. */
export interface ReportBody {
  readonly body: SheetBody;
  readonly remarks: readonly string[];
  readonly lines?: number;
}

/** The tables of all reports, each from its own figures. */
@Injectable()
export class ReportBodiesService {
  constructor(
    private readonly reports: ReportsService,
    private readonly statements: StatementsService,
    private readonly steps: VoucherDesk,
  ) {}

  /** @param stretch which lines of a long ledger; all of them for paper and workbooks */
  async bodyOf(report: ReportName, scope: ReportScope, stretch?: Stretch): Promise<ReportBody> {
    const linkOf = detailLinks(scope);
    switch (report) {
      case 'account-balances':
        return plain(accountBalancesSheet(await this.reports.accountBalances(scope), linkOf));
      case 'general-ledger':
        return plain(generalLedgerSheet(await this.reports.generalLedger(scope), linkOf));
      case 'voucher-summary': {
        const summary = await this.reports.voucherSummary(scope);
        const counted = `${labelOf('report.vouchersCounted')}${String(summary.vouchers)}`;
        return { body: voucherSummarySheet(summary, linkOf), remarks: [counted] };
      }
      case 'detail-ledger':
      case 'cash-journal':
      case 'bank-journal':
        return this.detailBody(report, scope, stretch);
      case 'ageing': {
        const chart = await this.reports.requireChartOf(scope.collectiveId, scope.to);
        const assets = await this.steps.listNames(scope.collectiveId);
        const counterparties = await this.reports.counterpartiesOf(scope.collectiveId);
        const aged = await this.reports.ageing(scope);
        const unknown = aged.rows.some((row) => row.isOfUnknownAge);
        const named = (row: AgeingRow): string => partyText(row, { assets, counterparties });
        const rows = sortAgeing(aged.rows, scope.sort ?? 'books', named);
        return {
          body: ageingSheet({ ...aged, rows }, { chart, assets, counterparties }),
          remarks: unknown ? [labelOf('report.agesFromOpening')] : [],
        };
      }
      case 'balance-sheet': {
        const sheet = await this.statements.balanceSheet(scope);
        return { body: balanceSheetSheet(sheet), remarks: unconfirmed(sheet) };
      }
      case 'income-statement': {
        const statement = await this.statements.incomeStatement(scope);
        const { lastYearElsewhere: then } = statement;
        const elsewhere = then && remarks.lastYearElsewhere(labelOf(`chart.${then.chart}`), then.to);
        return {
          body: incomeStatementSheet(statement),
          remarks: [...unconfirmed(statement), ...(elsewhere === undefined ? [] : [elsewhere])],
        };
      }
    }
  }

  private async detailBody(
    report: ReportName,
    scope: ReportScope,
    stretch: Stretch | undefined,
  ): Promise<ReportBody> {
    const { collectiveId } = scope;
    const chart = await this.reports.requireChartOf(collectiveId, scope.to);
    const account = scope.account ?? chart.roles.bank;
    const wish = { dayTotals: report !== 'detail-ledger', ...(stretch === undefined ? {} : { stretch }) };
    const { rows, lines } = await this.reports.detailLedger({ ...scope, account }, wish);
    const { code, name } = accountOf(chart, account);
    return {
      body: detailLedgerSheet(rows, { collectiveId, chart }),
      remarks: [`${labelOf('report.onlyAccount')}${code} ${name}`],
      lines,
    };
  }
}

function plain(body: SheetBody): ReportBody {
  return { body, remarks: [] };
}

function unconfirmed({ confirmed }: { readonly confirmed: boolean }): string[] {
  return confirmed ? [] : [labelOf('report.unconfirmed')];
}

function detailLinks({ collectiveId, from, to, by, known, pool }: ReportScope): LinkOf {
  return (account) =>
    withQuery(villagePaths(collectiveId).report('detail-ledger'), { account, from, to, by, known, pool });
}
