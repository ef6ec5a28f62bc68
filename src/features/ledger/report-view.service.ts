import { Injectable } from '@nestjs/common';
import { addMonths, firstDayOf, lastDayOf, monthOf, yearOf } from '../../domain/calendar/calendar-day';
import { countedSpan } from '../../domain/ledger/account-sums';
import type { Chart } from '../../domain/ledger/chart';
import { AGEING_ORDERS, type AgeingOrder } from '../../domain/ledger/report-ageing';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { spanProblems } from '../../domain/shared/typed-fields';
import { remarks } from '../../glossary/remarks';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { type PathQuery, villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import { printedSeal } from '../../platform/text/printed-head';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { fullDayText, spanText } from '../../platform/views/day-text';
import type { FormState } from '../../platform/views/error-summary';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { AS_OF_DAY, type ReportName, WITH_ACCOUNT } from './report-names';
import { ReportBodiesService } from './report-bodies.service';
import type { SheetBody } from './report-columns';
import { type PartyChoices, ReportPartiesService } from './report-parties.service';
import { byDayHref } from './report-by-day';
import type { ReportQuery } from './report.forms';
import type { PeriodChoice, RefusedReportProps, ReportChoiceProps, ReportPageProps } from './report.pages';
import { type ReportScope, ReportsService } from './reports.service';

/** Which report of whose books, and how it is drawn. */
export interface ReportAsked {
  readonly collectiveId: string;
  readonly report: ReportName;
  readonly query: ReportQuery;
}

/** Lines of a long ledger on one screen. */
const LINES_ON_SCREEN = 200;

/** Books and reports as page, as sheet of paper and as workbook: one table, drawn three ways. */
@Injectable()
export class ReportViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly reports: ReportsService,
    private readonly bodies: ReportBodiesService,
    private readonly parties: ReportPartiesService,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws FormProblems `calendar.reversed`; DomainError `report.accountUnknown`, `report.chartChanged`,
   *   `collective.unknown`, as {@link ReportPartiesService.requireNamed}
   */
  async pageOf(visit: PageVisit, asked: ReportAsked): Promise<ReportPageProps> {
    const frame = await this.desk.frameOf(visit, { collectiveId: asked.collectiveId, section: 'books' });
    const scope = await this.scopeOf(asked);
    const page = Number(asked.query.page ?? 1);
    const stretch = { offset: (page - 1) * LINES_ON_SCREEN, limit: LINES_ON_SCREEN };
    const { body, lines, remarks } = await this.bodies.bodyOf(asked.report, scope, stretch);
    const paths = villagePaths(asked.collectiveId);
    const chart = await this.reports.requireChartOf(asked.collectiveId, scope.to);
    const shown = this.queryOf(scope);
    const at = (query: PathQuery): string => withQuery(paths.report(asked.report), query);
    return {
      frame,
      table: this.tableOf(asked.report, frame, { scope, body, remarks }),
      ...choiceOf(asked, chart, shown),
      ...(await this.partiesOf(asked, shown)),
      periods: this.periodsOf(shown, at),
      orders: asked.report === 'ageing' ? ordersOf(scope.sort, (sort) => at({ ...shown, sort })) : [],
      workbookHref: withQuery(`${paths.report(asked.report)}/table.xlsx`, shown),
      sheetHref: withQuery(`${paths.report(asked.report)}/sheet.pdf`, shown),
      ...turning({ page, lines }, (number) => at({ ...shown, page: String(number) })),
    };
  }

  /** The form of a report that cannot be drawn, as it was typed. @throws DomainError `collective.unknown` */
  async refusedPage(
    visit: PageVisit,
    asked: Omit<ReportAsked, 'query'>,
    form: FormState,
  ): Promise<RefusedReportProps> {
    const { collectiveId, report } = asked;
    return {
      frame: await this.desk.frameOf(visit, { collectiveId, section: 'books' }),
      title: labelOf(`page.${report}`),
      form,
      ...choiceOf(asked, await this.reports.requireChartOf(collectiveId), form.values),
      ...(await this.partiesOf(asked, form.values)),
      byDayHref: byDayHref(asked, form),
    };
  }

  /** The report on A4 paper. @throws DomainError `report.tooLong` */
  async sheetOf(visit: PageVisit, asked: ReportAsked): Promise<Buffer> {
    const { table, specimen } = await this.wholeTable(visit, asked);
    return renderTableSheet(table, { specimen, drawnAt: new Date(this.clock.now()) });
  }

  /** The report as an xlsx workbook. @throws DomainError `report.tooLong` */
  async workbookOf(visit: PageVisit, asked: ReportAsked): Promise<Buffer> {
    const { table, specimen } = await this.wholeTable(visit, asked);
    return writeWorkbook(table, { specimen, drawnAt: new Date(this.clock.now()) });
  }

  /**
   * What is asked for, with what the report chooses where nothing is said: the year up to the last day, and
   * by `aboutPeriod` whole months. @throws FormProblems `calendar.reversed`; DomainError
   * `report.accountUnknown`, as {@link ReportPartiesService.requireNamed}
   */
  async scopeOf({ collectiveId, report, query }: ReportAsked): Promise<ReportScope> {
    const to = query.to ?? this.clock.today();
    const from = query.from ?? yearStart(to);
    refuseProblems(spanProblems({ from, to }));
    const chart = await this.reports.requireChartOf(collectiveId, to);
    const account = accountOfReport(report, chart.roles, query.account);
    if (account !== undefined && !chart.accounts.has(account)) {
      throw new DomainError('report.accountUnknown', { value: account });
    }
    const { by = 'postedOn', known, pool, sort } = query;
    const named = await this.parties.requireNamed(collectiveId, report, query);
    return countedSpan({ collectiveId, from, to, by, known, pool, account, sort, ...named });
  }

  /** Whom and what a ledger may be drawn of alone, on the account that is shown or was typed. */
  private async partiesOf(
    { collectiveId, report }: Omit<ReportAsked, 'query'>,
    { account = '', counterparty, asset }: Readonly<Record<string, string>>,
  ): Promise<Partial<PartyChoices>> {
    if (report !== 'detail-ledger' || !/^\d+$/.test(account)) return {};
    const chosen = { counterparty: counterparty || undefined, asset: asset || undefined };
    return this.parties.choicesOf(collectiveId, account, chosen);
  }

  private async wholeTable(
    visit: PageVisit,
    asked: ReportAsked,
  ): Promise<{ readonly table: SheetTable; readonly specimen: boolean }> {
    const frame = await this.desk.frameOf(visit, { collectiveId: asked.collectiveId, section: 'books' });
    const scope = await this.scopeOf(asked);
    const { body, remarks: said } = await this.bodies.bodyOf(asked.report, scope);
    const nothing = { kind: 'line' as const, cells: [labelOf('sheet.nothing')] };
    const rows = body.rows.length === 0 ? [nothing] : body.rows;
    const table = this.tableOf(asked.report, frame, { scope, body: { ...body, rows }, remarks: said });
    // What was sealed carries the seal's digest: paper is the witness outside the program.
    const seal = await this.reports.sealOver(asked.collectiveId, scope.to);
    const sealed = seal === undefined ? [] : [remarks.sealed(printedSeal(seal))];
    return { table: { ...table, remarks: [...table.remarks, ...sealed] }, specimen: frame.demo };
  }

  private tableOf(
    report: ReportName,
    frame: OfficeFrameProps,
    drawn: {
      readonly scope: ReportScope;
      readonly body: SheetBody;
      readonly remarks: readonly string[];
    },
  ): SheetTable {
    const { scope, body } = drawn;
    const today = this.clock.today();
    const isAhead = AS_OF_DAY.includes(report) && scope.to > today;
    const said = [
      ...(isAhead ? [remarks.notYetThere(scope.to, today)] : []),
      labelOf(scope.by === 'postedOn' ? 'report.byPostedOn' : 'report.byAboutPeriod'),
      ...(scope.known === undefined ? [] : [remarks.knownOn(fullDayText(scope.known))]),
      ...(scope.pool === undefined ? [] : [`${labelOf('report.onlyPool')}${labelOf(`pool.${scope.pool}`)}`]),
      ...drawn.remarks,
    ];
    return {
      title: labelOf(`page.${report}`),
      owner: [frame.above, frame.place].filter((name) => name !== undefined).join(' '),
      span: AS_OF_DAY.includes(report) ? fullDayText(scope.to) : spanText(scope.from, scope.to),
      remarks: [said.join('　')],
      ...body,
    };
  }

  private queryOf(scope: ReportScope): Record<string, string> {
    const { from, to, by, known, pool, account, counterparty, asset, sort } = scope;
    const given = { from, to, by, known, pool, account, counterparty, asset, sort };
    return Object.fromEntries(
      Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
  }

  /** The spans people ask for most: this month and the one before, the quarter, this year and the last. */
  private periodsOf(shown: Record<string, string>, at: (query: PathQuery) => string): PeriodChoice[] {
    const today = this.clock.today();
    const month = monthOf(today);
    const quarter = addMonths(month, -((Number(month.slice(5)) - 1) % 3));
    const last = String(yearOf(today) - 1);
    const spans = {
      thisMonth: { from: firstDayOf(month), to: lastDayOf(month) },
      lastMonth: { from: firstDayOf(addMonths(month, -1)), to: lastDayOf(addMonths(month, -1)) },
      thisQuarter: { from: firstDayOf(quarter), to: lastDayOf(addMonths(quarter, 2)) },
      lastQuarter: { from: firstDayOf(addMonths(quarter, -3)), to: lastDayOf(addMonths(quarter, -1)) },
      thisYear: { from: yearStart(today), to: `${today.slice(0, 4)}-12-31` },
      lastYear: { from: `${last}-01-01`, to: `${last}-12-31` },
    };
    const isShown = (span: { readonly from: string; readonly to: string }): boolean =>
      shown['from'] === span.from && (shown['to'] === span.to || (shown['to'] === today && today < span.to));
    return Object.entries(spans).map(([name, span]) => ({
      label: labelOf(`period.${name}`),
      href: at({ ...shown, ...span }),
      current: isShown(span),
    }));
  }
}

/** What the form of a report asks for, filled with what was typed. */
function choiceOf(
  { collectiveId, report }: Omit<ReportAsked, 'query'>,
  chart: Chart,
  values: Readonly<Record<string, string>>,
): ReportChoiceProps {
  return {
    action: villagePaths(collectiveId).report(report),
    isAsOfDay: AS_OF_DAY.includes(report),
    values: {
      from: '',
      to: '',
      by: '',
      known: '',
      pool: '',
      account: '',
      counterparty: '',
      asset: '',
      ...values,
    },
    accounts: WITH_ACCOUNT.includes(report)
      ? [...chart.accounts.values()].map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
      : undefined,
    mustNameAccount: report === 'detail-ledger',
  };
}

/** The orders an ageing may be read in, each with its address. */
function ordersOf(sort: AgeingOrder = 'books', hrefOf: (sort: AgeingOrder) => string): PeriodChoice[] {
  return AGEING_ORDERS.map((order) => ({
    label: labelOf(`ageingOrder.${order}`),
    href: hrefOf(order),
    current: order === sort,
  }));
}

function yearStart(day: string): string {
  return `${day.slice(0, 4)}-01-01`;
}

function accountOfReport(
  report: ReportName,
  roles: { readonly cash: string; readonly bank: string },
  named: string | undefined,
): string | undefined {
  if (report === 'cash-journal') return roles.cash;
  if (report === 'bank-journal') return roles.bank;
  if (report === 'detail-ledger') return named ?? roles.bank;
  return WITH_ACCOUNT.includes(report) ? named : undefined;
}

function turning(
  { page, lines }: { readonly page: number; readonly lines: number | undefined },
  hrefOf: (page: number) => string,
): Pick<ReportPageProps, 'pages' | 'newer' | 'older'> {
  if (lines === undefined || lines <= LINES_ON_SCREEN) return {};
  const last = Math.ceil(lines / LINES_ON_SCREEN);
  return {
    pages: { page, of: last },
    ...(page > 1 ? { older: hrefOf(page - 1) } : {}),
    ...(page < last ? { newer: hrefOf(page + 1) } : {}),
  };
}
