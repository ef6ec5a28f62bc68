import { capitalFigures } from '../../domain/money/capital-figures';
import type { DrawnReport, ReportNotice, SampleReport } from '../../domain/notices/report-notice';
import { isHiddenFrom, type SheetReader } from '../../domain/notices/sheet-audiences';
import type { ReportNames } from './report-cells';
import { type ReportContext, reportSheetTable } from './report-sheet-table';
import { reportTemplate, requireShape } from './report-template';
import { reportPeriod, reportTitle } from './report-words';
import { type Block, type PublishedSheetOptions, SAMPLE_SIZE, type SheetPaperOptions } from './sheet-context';
import type { SheetParts } from './sheet-pages';
import { renderSheet, specimenMark } from './sheet-rendering';
import { capitalsBlock, noteLines } from './sheet-table';
import { amountText, dayText, publicityText } from './sheet-words';

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

function partsOf(
  notice: DrawnReport,
  publicity: string,
  { names, reader }: ReportReading,
): SheetParts<ReportContext> {
  const { heading, sums } = notice;
  const { say, columns } = reportTemplate(heading.sheet);
  const shape = requireShape(heading);
  const open = Object.entries(shape.tables).filter(([, table]) => !isHiddenFrom(table, reader));
  return {
    head: {
      titles: [say('title.village', { village: heading.village }), reportTitle(heading)],
      publicity,
      lead: say('lead', { ...reportPeriod(heading), issuer: heading.issuer }),
      equation: shape.sums.map((name) => ({ label: say(`sums.${name}`), amount: sums[name] ?? '0' })),
    },
    tables: (context) =>
      open.map(([name, { totals }]) => [
        reportSheetTable(context, { name, names, columns: columns[name] ?? [], totals: Object.keys(totals) }),
      ]),
    notes: (context) => notesOf(context, open.length < Object.keys(shape.tables).length),
    asks: say('contacts'),
  };
}

/** What is left in capital figures, and what a reader has to know. */
function notesOf(context: ReportContext, isHidden: boolean): Block[] {
  const { notice, say } = context;
  const { heading, sums } = notice;
  const last = sums[requireShape(heading).sums[3]] ?? '0';
  const capitals = { amount: amountText(last), capitals: capitalFigures(BigInt(last)) };
  const from = dayText(heading.periodFrom, say);
  const told = say('notes.text', { from, to: dayText(heading.periodTo, say) });
  const text = isHidden ? `${say('persons-over')}${told}` : told;
  return [
    capitalsBlock(context, say('capitals', capitals)),
    ...noteLines(context, { heading: say('notes.heading'), text, above: 0.51 }),
  ];
}
