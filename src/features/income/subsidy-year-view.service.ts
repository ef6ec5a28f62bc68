import { Injectable } from '@nestjs/common';
import { subsidyAgeing, type SubsidyRow, type SubsidySums, sumsOf } from '../../domain/income/subsidy-year';
import { type ToldNote, unexplainedParts } from '../../domain/income/subsidy-notes';
import { subsidyWords } from '../../glossary/subsidy-words';
import { labelOf } from '../../glossary/terms';
import { Clock } from '../../platform/clock/clock';
import { keepsBooksOf, OfficeDesk } from '../../platform/http/office-desk';
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
        cards: true,
        remarks: [],
        columns: columnsOf(found),
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
      carried: carriedOf(found, nameOf),
      notes: [
        ...found.notes.map((each) => noteOf(each, nameOf(each.assetId))),
        ...unexplainedParts(found.notes, found.rows).map((row) => unexplainedOf(row, nameOf(row.assetId))),
      ],
      links: linksOf(path, collectiveId, keepsBooksOf(visit.actor, collectiveId)),
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

/** A column of what was given up stands there only where a notice cut something. */
function sumColumns({ total, rows }: BookedSubsidyYear): (keyof SubsidySums)[] {
  const isCut = total.reduced !== 0n || rows.some(({ reduced }) => reduced !== 0n);
  return isCut
    ? ['opening', 'settled', 'received', 'reduced', 'closing']
    : ['opening', 'settled', 'received', 'closing'];
}

function columnsOf(found: BookedSubsidyYear): SheetTable['columns'] {
  const money = (name: string) =>
    ({ head: labelOf(`subsidyYear.${name}`), kind: 'money', width: 27, carry: 'sum' }) as const;
  return [
    { head: labelOf('subsidyYear.month'), kind: 'text', width: 22 },
    ...sumColumns(found).map(money),
    { head: labelOf('subsidyYear.monthsOwed'), kind: 'text', width: 16 },
    { head: labelOf('subsidyYear.receivedOn'), kind: 'text', width: 34 },
  ];
}

/** By station, in the order of its months, with its own sums where there is more than one. */
function rowsOf(found: BookedSubsidyYear, nameOf: (assetId: string) => string): SheetRow[] {
  const { rows, total } = found;
  const columns = sumColumns(found);
  const stations = [...new Set(rows.map(({ assetId }) => assetId))];
  const sums = (of: SubsidySums) => columns.map((column) => of[column]);
  const empty = Array<undefined>(columns.length + 2).fill(undefined);
  return [
    ...stations.flatMap((assetId): SheetRow[] => {
      const own = rows.filter((row) => row.assetId === assetId);
      return [
        { kind: 'heading', cells: [nameOf(assetId), ...empty] },
        ...own.map((row): SheetRow => ({ kind: 'line', cells: lineOf(row, columns) })),
        { kind: 'subtotal', cells: [labelOf('subsidyYear.sum'), ...sums(sumsOf(own)), '', ''] },
      ];
    }),
    { kind: 'total', cells: [labelOf('subsidyYear.total'), ...sums(total), '', ''] },
  ];
}

function lineOf(row: SubsidyRow, columns: readonly (keyof SubsidySums)[]) {
  const { month, monthsOwed, receivedOn } = row;
  const owed = monthsOwed === undefined ? '' : subsidyWords.months(monthsOwed);
  const sums = columns.map((column) =>
    row[column] === 0n && column !== 'closing' ? undefined : row[column],
  );
  return [yearMonthText(month), ...sums, owed, receivedOn.join(' ')];
}

/** Whether the year begins, line by line, where the one before ended. */
function carriedOf(
  { rows, carriedDifferences }: BookedSubsidyYear,
  nameOf: (assetId: string) => string,
): string[] {
  if (carriedDifferences.length > 0)
    return carriedDifferences.map(({ assetId, month, listed, booked }) =>
      subsidyWords.notCarried(nameOf(assetId), month, { listed, booked }),
    );
  const opened = rows.filter(({ opening }) => opening !== 0n).length;
  return opened === 0 ? [] : [subsidyWords.carried(opened)];
}

function noteOf(note: ToldNote, station: string): string {
  const { month, kind, on, amount, paper, reason, left, settledOn } = note;
  const place = `${station}${yearMonthText(month)}：`;
  if (kind === 'writtenOff') return `${place}${subsidyWords.writtenOff(on, amount, paper)}`;
  const said = `${place}${subsidyWords.keptOwing(on, amount, reason)}`;
  if (left === 0n) return `${said}${subsidyWords.settled(settledOn)}`;
  return left < amount ? `${said}${subsidyWords.partlyCame(left)}` : said;
}

/** What came in part is listed with the notes, so that none of those counted above is missing there. */
function unexplainedOf({ month, received, closing }: SubsidyRow, station: string): string {
  return `${station}${yearMonthText(month)}：${subsidyWords.unexplained(received, closing)}`;
}

/** What may be done about it from here; those who only look see what was advanced. */
function linksOf(path: string, collectiveId: string, mayEnter: boolean): SubsidyYearPageProps['links'] {
  return {
    advancesHref: `${path}/advances`,
    ...(mayEnter
      ? {
          receiptHref: villagePaths(collectiveId).entry('receipts', { stream: 'subsidy' }),
          cutHref: `${path}/cut`,
        }
      : {}),
  };
}

/** What is still owed: how much, of how many months, how old, and what of it came in part. */
function verdictOf({ rows, total, to }: BookedSubsidyYear): string {
  const open = rows.filter(({ closing }) => closing > 0n);
  const [oldest] = open.map(({ month }) => month).sort();
  if (oldest === undefined) return subsidyWords.allCame(to);
  const partly = open.filter((row) => row.received > 0n).length;
  return [
    subsidyWords.owed(total.closing, { to, count: open.length, oldest }),
    subsidyWords.ageing(subsidyAgeing(rows)),
    ...(partly > 0 ? [subsidyWords.partly(partly)] : []),
  ].join('');
}
