import { Injectable } from '@nestjs/common';
import { accountOf } from '../../domain/ledger/account-sums';
import { type CounterpartyNames, isCounterpartyWord } from '../../domain/ledger/counterparty';
import { type AgeingRow, sortAgeing } from '../../domain/ledger/report-ageing';
import { remarks } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { Stretch } from './book-lines.service';
import type { SheetBody } from './report-columns';
import { detailLedgerSheet } from './report-detail-sheet';
import { type ReportName, UNNAMED } from './report-names';
import { ReportPartiesService } from './report-parties.service';
import {
  accountBalancesSheet,
  ageingSheet,
  partyText,
  balanceSheetSheet,
  generalLedgerSheet,
  incomeStatementSheet,
  type LinkOf,
  voucherSummarySheet,
} from './report-sheets';
import { readDealing, type ReportScope, ReportsService } from './reports.service';
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
    private readonly parties: ReportPartiesService,
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
          body: ageingSheet({ ...aged, rows }, { chart, assets, counterparties, linkOf: partyLinks(scope) }),
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
    const parties = report === 'detail-ledger' ? await this.partiesOn(scope, account) : undefined;
    const of = await this.parties.remarksOf(collectiveId, scope);
    return {
      body: detailLedgerSheet(rows, { collectiveId, chart, parties }),
      remarks: [`${labelOf('report.onlyAccount')}${code} ${name}`, ...of],
      lines,
    };
  }

  /** Whom the lines of an account name; nothing where none of them names anybody, so that no column does. */
  private async partiesOn(
    { collectiveId, counterparty }: ReportScope,
    account: string,
  ): Promise<CounterpartyNames | undefined> {
    const { counterparties } = await this.reports.namedOn(collectiveId, account);
    if (counterparties.length === 0 && counterparty === undefined) return undefined;
    return this.reports.counterpartiesOf(collectiveId);
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

/**
 * From a row of an ageing to the detail ledger of its party; a row of the grid, or of nobody, is of one asset
 * alone, and so is its ledger.
 */
function partyLinks({ collectiveId, to, by, known, pool }: ReportScope): (row: AgeingRow) => string {
  const path = villagePaths(collectiveId).report('detail-ledger');
  return ({ ledgerAccount, party }) => {
    const { counterparty = UNNAMED, assetId = UNNAMED } = readDealing(party);
    const isNamed = counterparty !== UNNAMED && !isCounterpartyWord(counterparty);
    const asset = isNamed ? undefined : assetId;
    return withQuery(path, { account: ledgerAccount, counterparty, asset, to, by, known, pool });
  };
}
