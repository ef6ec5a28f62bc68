import { monthOf } from '../../domain/calendar/calendar-day';
import { capitalFigures } from '../../domain/money/capital-figures';
import {
  type DrawnReport,
  type ReportNotice,
  type SampleReport,
  tableOf,
  type TableShape,
} from '../../domain/notices/report-notice';
import { isHiddenFrom, type SheetReader } from '../../domain/notices/sheet-audiences';
import type { LargePrint } from './large-print';
import { cellText, type ReportNames } from './report-cells';
import { type ReportContext, reportSheetTable } from './report-sheet-table';
import { reportTemplate, requireShape } from './report-template';
import { reportTitle, toldFacts } from './report-words';
import { quoteText } from './sheet-basis';
import { type Block, type PublishedSheetOptions, SAMPLE_SIZE, type SheetPaperOptions } from './sheet-context';
import type { SheetHead } from './sheet-head';
import type { SheetParts } from './sheet-pages';
import { renderSheet, specimenMark } from './sheet-rendering';
import { capitalsBlock, noteLines } from './sheet-table';
import { amountText, publicityText } from './sheet-words';

/** For whom a sheet is drawn, with the names they see. */
export interface ReportReading {
  readonly names: ReportNames;
  readonly reader: SheetReader;
}

/**
 * Prints a sheet about some days.
 * @throws BrokenInvariant when the sheet does not add up (see `reportProblems`)
 * @throws DomainError as {@link renderSheet}
 */
export function renderReport(
  notice: ReportNotice,
  options: PublishedSheetOptions,
  reading: ReportReading,
): Promise<Buffer> {
  const { say } = reportTemplate(notice.heading.sheet);
  const { village } = notice.heading;
  const publicity = publicityText(notice.publicity, say);
  return renderSheet<DrawnReport, string>(notice, {
    ...{ say, options, proof: options, parts: partsOf(notice, publicity, reading) },
    subject: say('subject', { village, code: options.shortCode }),
    mark: specimenMark(say, options.specimen),
  });
}

/**
 * Prints it as it would hang on the wall, marked as a sample, with no code.
 * @throws as {@link renderReport}
 */
export function renderSampleReport(
  notice: SampleReport,
  options: SheetPaperOptions,
  reading: ReportReading,
): Promise<Buffer> {
  const { say } = reportTemplate(notice.heading.sheet);
  const mark = say('sample.mark');
  return renderSheet<DrawnReport, string>(notice, {
    ...{ say, options, parts: partsOf(notice, say('sample.day'), reading) },
    ...{ subject: mark, mark: { text: mark, size: SAMPLE_SIZE } },
  });
}

/** What of it hangs beside it in large print: its days and its equation; its rows stand on the sheet. */
export function largeReport(notice: ReportNotice, code: string): LargePrint<string> {
  const { say } = reportTemplate(notice.heading.sheet);
  const head = headOf(notice, publicityText(notice.publicity, say));
  return { say, head, uses: [], subject: say('subject', { village: notice.heading.village, code }) };
}

function headOf(notice: DrawnReport, publicity: string): SheetHead {
  const { heading, sums } = notice;
  const { say } = reportTemplate(heading.sheet);
  const shape = requireShape(heading);
  const told = toldFacts(notice);
  return {
    titles: [say('title.village', { village: heading.village }), reportTitle(heading)],
    publicity,
    lead: say('lead', { ...told, issuer: heading.issuer }),
    equation: shape.sums.map((name) => ({ label: say(`sums.${name}`, told), amount: sums[name] ?? '0' })),
    ...{ adds: shape.adds, counts: shape.counts },
  };
}

function partsOf(
  notice: DrawnReport,
  publicity: string,
  { names, reader }: ReportReading,
): SheetParts<ReportContext> {
  const { heading } = notice;
  const { say, columns } = reportTemplate(heading.sheet);
  const shape = requireShape(heading);
  const allTables = Object.entries(shape.tables);
  const open = allTables.filter(([, table]) => !isHiddenFrom(table, reader));
  return {
    head: headOf(notice, publicity),
    tables: (context) =>
      open.map(([name, table]) => [
        reportSheetTable(context, { name, names, columns: columns[name] ?? [], shape: table }),
      ]),
    notes: (context) => notesOf(context, { names, open, isHidden: open.length < allTables.length }),
    asks: say('contacts'),
  };
}

/** What is left in capital figures, and what a reader has to know. */
function notesOf(context: ReportContext, told: ToldTables): Block[] {
  const { notice, say } = context;
  const { heading, sums } = notice;
  const shape = requireShape(heading);
  const last = sums[shape.capitals ?? shape.sums[3]] ?? '0';
  const facts = toldFacts(notice);
  const capitals = { ...facts, amount: amountText(last), capitals: capitalFigures(BigInt(last)) };
  const note = say('notes.text', facts);
  const text = [told.isHidden ? say('persons-over') : '', note, ...examplesOf(context, told)].join('');
  return [
    ...(shape.counts === true ? [] : [capitalsBlock(context, say('capitals', capitals))]),
    ...noteLines(context, { heading: say('notes.heading'), text, above: 0.51 }),
    ...clauseLines(context),
  ];
}

/** The tables that a reader sees, with the names in them. */
interface ToldTables {
  readonly names: ReportNames;
  readonly open: readonly (readonly [name: string, table: TableShape])[];
  readonly isHidden: boolean;
}

/** How the first two marked rows were reckoned; a sheet of several months adds them up, and shows none. */
function examplesOf({ notice, say }: ReportContext, { names, open }: ToldTables): string[] {
  const { heading } = notice;
  const isOneMonth = monthOf(heading.periodFrom) === monthOf(heading.periodTo);
  return open.flatMap(([name, { marked, example }]) => {
    if (!isOneMonth || marked === undefined || example === undefined) return [];
    const columns = reportTemplate(heading.sheet).columns[name] ?? [];
    const rows = tableOf(notice, name).rows.filter((row) => {
      return row[marked] !== undefined && example.every((field) => row[field] !== undefined);
    });
    const shown = columns.filter(({ field }) => example.includes(field));
    return rows.slice(0, 2).map((row) => {
      const facts = shown.map((column): [string, string] => [
        column.field,
        cellText({ say, names, notice }, column, row),
      ]);
      return say('notes.example', Object.fromEntries(facts));
    });
  });
}

/** The clauses that what is told stands on, word for word. */
function clauseLines(context: ReportContext): Block[] {
  const { notice, say } = context;
  const { basis = [] } = notice;
  if (basis.length === 0) return [];
  const text = basis.map((quote) => quoteText(quote, say)).join('');
  return noteLines(context, { heading: say('basis.heading'), text, above: 0.51 });
}
