import { Injectable } from '@nestjs/common';
import { accountOf } from '../../domain/ledger/account-sums';
import type { Bridge, BridgeLine } from '../../domain/surplus/bridge';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import type { SheetTable } from '../../platform/spreadsheets/sheet-table';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { spanText } from '../../platform/views/day-text';
import { ReportsService } from '../ledger/reports.service';
import type { BridgePageProps } from './bridge.pages';
import { BridgeService } from './bridge.service';
import { PeriodsService } from './periods.service';
import { EVERY_POOL } from './surplus.queries';
import type { StatementAsked } from './surplus-view.service';

/** The bridge sheet as page, on paper and as a workbook. */
@Injectable()
export class BridgeViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly bridges: BridgeService,
    private readonly reports: ReportsService,
    private readonly periods: PeriodsService,
    private readonly clock: Clock,
  ) {}

  /** @throws FormProblems `calendar.reversed` */
  async pageOf(visit: PageVisit, asked: StatementAsked): Promise<BridgePageProps> {
    const { collectiveId } = asked;
    const frame = await this.desk.frameOf(visit, { collectiveId, section: 'books' });
    const { next } = await this.periods.periodsOf(collectiveId, asked.pool);
    const period = { pool: asked.pool, from: asked.from ?? next.from, to: asked.to ?? next.to };
    const bridge = await this.bridges.bridgeOf(collectiveId, period);
    const { home } = villagePaths(collectiveId);
    const table: SheetTable = {
      title: labelOf('page.bridge'),
      owner: [frame.above, frame.place].filter((name) => name !== undefined).join(' '),
      span: spanText(period.from, period.to),
      remarks: [labelOf(`pool.${period.pool}`)],
      ...(await this.bodyOf(collectiveId, bridge)),
    };
    return {
      frame,
      table,
      sheetHref: withQuery(`${home}/bridge/sheet.pdf`, period),
      workbookHref: withQuery(`${home}/bridge/table.xlsx`, period),
      pools: EVERY_POOL.map((pool) => ({
        label: labelOf(`pool.${pool}`),
        href: withQuery(`${home}/bridge`, { ...period, pool }),
        current: pool === period.pool,
      })),
    };
  }

  async sheetOf(visit: PageVisit, asked: StatementAsked): Promise<Buffer> {
    const { table, frame } = await this.pageOf(visit, asked);
    return renderTableSheet(table, { specimen: frame.demo, drawnAt: new Date(this.clock.now()) });
  }

  async workbookOf(visit: PageVisit, asked: StatementAsked): Promise<Buffer> {
    const { table, frame } = await this.pageOf(visit, asked);
    return writeWorkbook(table, { specimen: frame.demo, drawnAt: new Date(this.clock.now()) });
  }

  private async bodyOf(
    collectiveId: string,
    { statutory, lines, pool }: Bridge,
  ): Promise<Pick<SheetTable, 'columns' | 'rows'>> {
    const chart = await this.reports.requireChartOf(collectiveId);
    const aboutOf = ({ ledgerAccount, stream }: BridgeLine): string =>
      [
        ledgerAccount === undefined ? undefined : `${ledgerAccount} ${accountOf(chart, ledgerAccount).name}`,
        stream === undefined ? undefined : labelOf(`stream.${stream}`),
      ]
        .filter((word) => word !== undefined)
        .join(' ');
    return {
      columns: [
        { head: labelOf('report.item'), kind: 'text', width: 86 },
        { head: labelOf('report.account'), kind: 'text', width: 54 },
        { head: labelOf('field.amount'), kind: 'money', width: 40 },
      ],
      rows: [
        { kind: 'subtotal', cells: [labelOf('bridge.statutory'), '', statutory] },
        ...lines.map((line) => ({
          kind: 'line' as const,
          cells: [labelOf(`bridge.${line.reason}`), aboutOf(line), line.amount],
        })),
        { kind: 'total', cells: [labelOf('bridge.pool'), '', pool] },
      ],
    };
  }
}
