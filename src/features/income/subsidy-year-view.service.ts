import { Injectable } from '@nestjs/common';
import { type SubsidyRow, sumsOf } from '../../domain/income/subsidy-year';
import { subsidyWords } from '../../glossary/subsidy-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { OfficeDesk } from '../../platform/http/office-desk';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import type { PageVisit } from '../../platform/http/page-visit';
import { renderTableSheet } from '../../platform/pdf/table-sheet';
import type { SheetRow, SheetTable } from '../../platform/spreadsheets/sheet-table';
import { writeWorkbook } from '../../platform/spreadsheets/write-workbook';
import { spanText, yearMonthText } from '../../platform/views/day-text';
import { AssetsService } from '../assets/assets.service';
import type { SubsidyYearPageProps } from './subsidy-year.pages';
import { type BookedSubsidyYear, SubsidyYearService } from './subsidy-year.service';

/** Whose subsidy of which year; this year's where none is named. */
export interface SubsidyAsked {
  readonly collectiveId: string;
  readonly year: string | undefined;
}

/** A year's subsidy as page, on paper and as a workbook. */
@Injectable()
export class SubsidyYearViewService {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly assets: AssetsService,
    private readonly subsidies: SubsidyYearService,
    private readonly clock: Clock,
  ) {}

  async pageOf(visit: PageVisit, asked: SubsidyAsked): Promise<SubsidyYearPageProps> {
    const { collectiveId } = asked;
    const thisYear = this.clock.today().slice(0, 4);
    const year = asked.year ?? thisYear;
    const frame = await this.desk.frameOf(visit, { collectiveId, section: 'books' });
    const { first } = await this.subsidies.yearsOf(collectiveId);
    const found = await this.subsidies.yearOf(collectiveId, year);
    const registered = await this.assets.listAssets(collectiveId);
    const names = new Map(registered.map(({ asset }) => [asset.id, asset.name]));
    const nameOf = (assetId: string): string => names.get(assetId) ?? assetId;
    const path = `${villagePaths(collectiveId).home}/subsidy`;
    const years = [Number(year) - 1, Number(year), Number(year) + 1].map(String);
    return {
      frame,
      table: {
        title: labelOf('page.subsidyYear'),
        owner: [frame.above, frame.place].filter((name) => name !== undefined).join(' '),
        span: spanText(found.from, found.to),
        remarks: [],
        columns: columnsOf(),
        rows: rowsOf(found, nameOf),
      },
      sheetHref: withQuery(`${path}/sheet.pdf`, { year }),
      workbookHref: withQuery(`${path}/table.xlsx`, { year }),
      years: years
        .filter((each) => each >= first && each <= thisYear)
        .map((each) => ({
          label: subsidyWords.year(each),
          href: withQuery(path, { year: each }),
          current: each === year,
        })),
      verdict: verdictOf(found),
      differences: found.differences.map(({ assetId, month, listed, booked }) =>
        subsidyWords.differs(nameOf(assetId), month, { listed, booked }),
      ),
    };
  }

  async sheetOf(visit: PageVisit, asked: SubsidyAsked): Promise<Buffer> {
    const { table, frame } = await this.pageOf(visit, asked);
    return renderTableSheet(table, { specimen: frame.demo, drawnAt: new Date(this.clock.now()) });
  }

  async workbookOf(visit: PageVisit, asked: SubsidyAsked): Promise<Buffer> {
    const { table, frame } = await this.pageOf(visit, asked);
    return writeWorkbook(table, { specimen: frame.demo, drawnAt: new Date(this.clock.now()) });
  }
}

function columnsOf(): SheetTable['columns'] {
  const money = (name: string) =>
    ({ head: labelOf(`subsidyYear.${name}`), kind: 'money', width: 27, carry: 'sum' }) as const;
  return [
    { head: labelOf('subsidyYear.month'), kind: 'text', width: 22 },
    ...['opening', 'settled', 'received', 'closing'].map(money),
    { head: labelOf('subsidyYear.monthsOwed'), kind: 'text', width: 16 },
    { head: labelOf('subsidyYear.receivedOn'), kind: 'text', width: 34 },
  ];
}

/** By station, in the order of its months, with its own sums where there is more than one. */
function rowsOf({ rows, total }: BookedSubsidyYear, nameOf: (assetId: string) => string): SheetRow[] {
  const stations = [...new Set(rows.map(({ assetId }) => assetId))];
  const sums = ({ opening, settled, received, closing }: typeof total) => [
    opening,
    settled,
    received,
    closing,
  ];
  return [
    ...stations.flatMap((assetId): SheetRow[] => {
      const own = rows.filter((row) => row.assetId === assetId);
      return [
        { kind: 'heading', cells: [nameOf(assetId), ...Array<undefined>(6).fill(undefined)] },
        ...own.map((row): SheetRow => ({ kind: 'line', cells: lineOf(row) })),
        { kind: 'subtotal', cells: [labelOf('subsidyYear.sum'), ...sums(sumsOf(own)), '', ''] },
      ];
    }),
    { kind: 'total', cells: [labelOf('subsidyYear.total'), ...sums(total), '', ''] },
  ];
}

function lineOf({ month, opening, settled, received, closing, monthsOwed, receivedOn }: SubsidyRow) {
  const owed = monthsOwed === undefined ? '' : subsidyWords.months(monthsOwed);
  const moved = [opening, settled, received].map((sum) => (sum === 0n ? undefined : sum));
  return [yearMonthText(month), ...moved, closing, owed, receivedOn.join(' ')];
}

/** What is still owed: how much, of how many months, and the oldest of them. */
function verdictOf({ rows, total, to }: BookedSubsidyYear): string {
  const open = rows.filter(({ closing }) => closing > 0n);
  const [oldest] = open.map(({ month }) => month).sort();
  if (oldest === undefined) return subsidyWords.allCame(to);
  return subsidyWords.owed(total.closing, { to, count: open.length, oldest });
}
