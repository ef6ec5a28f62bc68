import { plainYuan } from '../../domain/money/fen';
import { type ReportNotice, type ReportRow, tableOf } from '../../domain/notices/report-notice';
import { isHiddenFrom } from '../../domain/notices/sheet-audiences';
import { REPORT_TABLE } from '../../glossary/notice-table';
import { BYTE_ORDER_MARK, csvLine } from '../../platform/spreadsheets/csv-text';
import { namedSums } from './held-figures.pages';
import { cellText, type CellWords } from './report-cells';
import type { ReportReading } from './report-sheet';
import { reportTemplate, requireShape, type TemplateColumn } from './report-template';

/**
 * A sheet about some days as a table: its equation, then each of its tables under its own header, ended by
 * its totals. Amounts in yuan with two decimals, UTF-8 with a byte order mark, lines ended by CR LF.
 * Source: RFC 4180.
 */
export function reportCsv(notice: ReportNotice, { names, reader }: ReportReading): string {
  const { heading } = notice;
  const { say, columns } = reportTemplate(heading.sheet);
  const words: CellWords = { say, names, notice };
  const sums = namedSums(notice).map(([name, fen, unit]) => {
    return [name, unit === 'count' ? fen : plainYuan(BigInt(fen))];
  });
  const open = Object.entries(requireShape(heading).tables).filter(
    ([, table]) => !isHiddenFrom(table, reader),
  );
  const tables = open.flatMap(([name]) => {
    const { rows, totals } = tableOf(notice, name);
    const own = columns[name] ?? [];
    const sumOf = (column: TemplateColumn): string => csvCell(words, column, totals);
    return [
      [],
      [say(`tables.${name}.heading`)],
      own.map((each) => each.heading),
      ...rows.map((row) => own.map((column) => csvCell(words, column, row))),
      ...(Object.keys(totals).length === 0
        ? []
        : [[say(`tables.${name}.total`), ...own.slice(1).map(sumOf)]]),
    ];
  });
  const rows = [[...REPORT_TABLE.columns], ...sums, ...tables];
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');
}

/** Figures stand as they are typed, without commas; days as they are kept. */
function csvCell(words: CellWords, column: TemplateColumn, row: ReportRow): string {
  const value = row[column.field];
  const isMoney = column.kind === 'money' || column.kind === 'change';
  if (typeof value === 'string' && isMoney) return plainYuan(BigInt(value));
  return typeof value === 'string' && column.kind === 'day' ? value : cellText(words, column, row);
}
