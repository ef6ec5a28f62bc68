import { type DrawnReport, type ReportRow, tableOf } from '../../domain/notices/report-notice';
import { cellText, isFigure, type ReportNames, totalText } from './report-cells';
import type { TemplateColumn } from './report-template';
import { AREA, type Block, runs, type SheetContext, STYLES } from './sheet-context';
import {
  type Cell,
  type Column,
  headBlock,
  headingBlock,
  noteBlock,
  type SheetTable,
  totalBlock,
  WHOLE,
  widest,
} from './sheet-table';

/** What a part of a sheet about some days is drawn of. */
export type ReportContext = SheetContext<DrawnReport, string>;

/** A table of the sheet with the names its audience sees. */
export interface PrintedTable {
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  readonly names: ReportNames;
  /** The columns with a total. */
  readonly totals: readonly string[];
}

interface LaidOut extends TemplateColumn {
  readonly left: number;
  readonly at: Column;
}

const PITCH = 4.2;
/** Between two columns, in mm. */
const GUTTER = 1.8;
const TOTAL_HEIGHT = 6.1;

/** One table over the whole width; its rows go on over as many pages as they need, its totals with them. */
export function reportSheetTable(context: ReportContext, table: PrintedTable): SheetTable {
  const { notice, say } = context;
  const { rows, totals } = tableOf(notice, table.name);
  const columns = layOut(context, table, rows);
  const sums = runningSums(rows, table.totals);
  const total = totalRow(context, columns, { label: say(`tables.${table.name}.total`), totals });
  const none = noteBlock(context, WHOLE, say(`tables.${table.name}.none`));
  return {
    heading: headingBlock(context, say(`tables.${table.name}.heading`), WHOLE),
    head: headBlock(
      context,
      WHOLE,
      columns.map(({ at, heading }) => ({ column: at, runs: runs(heading, STYLES.columnHead) })),
    ),
    rows: rows.map((row) => rowBlock(context, columns, { row, names: table.names })),
    foot: rows.length === 0 ? [none, { height: 1.5, draw: () => undefined }, total] : [total],
    carry: (count, way) =>
      totalRow(context, columns, { label: say(`carry.${way}`), totals: sums[count] ?? {} }),
  };
}

/** The totals of the first rows, of none first. */
function runningSums(
  rows: readonly ReportRow[],
  fields: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  const sums = [Object.fromEntries(fields.map((field): [string, bigint] => [field, 0n]))];
  for (const row of rows) {
    const before = sums.at(-1) ?? {};
    sums.push(
      Object.fromEntries(fields.map((field) => [field, (before[field] ?? 0n) + BigInt(row[field] ?? 0)])),
    );
  }
  return sums.map((sum) =>
    Object.fromEntries(Object.entries(sum).map(([field, amount]) => [field, String(amount)])),
  );
}

/** Figures are never broken: a column of them is as wide as its longest; the columns of words give way. */
function layOut(context: ReportContext, table: PrintedTable, rows: readonly ReportRow[]): LaidOut[] {
  const { say, notice } = context;
  const { totals } = tableOf(notice, table.name);
  const wanted = table.columns.map((column) => {
    if (!isFigure(column)) return column.width;
    const cells = rows.map((row) => cellText({ say, names: table.names, notice }, column, row));
    const total = totals[column.field];
    const longest = Math.max(
      widest(context, cells, STYLES.amount),
      total === undefined ? 0 : widest(context, [totalText(column, total)], STYLES.amountBold),
    );
    return Math.max(column.width, longest + GUTTER);
  });
  const over = Math.max(0, wanted.reduce((sum, width) => sum + width, 0) - AREA.width);
  const yielding = table.columns.reduce((sum, each) => sum + (isFigure(each) ? 0 : each.width), 0);
  let left: number = AREA.left;
  return table.columns.map((column, index) => {
    const width = (wanted[index] ?? 0) - (isFigure(column) ? 0 : (over * column.width) / yielding);
    const right = left + width;
    const x = column.align === 'left' ? left : column.align === 'right' ? right : (left + right) / 2;
    const laid = { ...column, width, left, at: { x, align: column.align } };
    left = right;
    return laid;
  });
}

/** A row is as high as its highest cell. */
function rowBlock(
  context: ReportContext,
  columns: readonly LaidOut[],
  { row, names }: { readonly row: ReportRow; readonly names: ReportNames },
): Block {
  const { paper, say, tight, notice } = context;
  const cells = columns.map((column) => {
    const text = cellText({ say, names, notice }, column, row);
    const said = runs(text, isFigure(column) ? STYLES.amount : STYLES.item);
    const lines = isFigure(column) ? [{ runs: said }] : paper.wrap(said, column.width - GUTTER);
    return { at: column.at, lines };
  });
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const height = 4.4 + (count - 1) * PITCH + 1.5 - tight * 0.6;
  return {
    height,
    draw: (top) => {
      for (const { at, lines } of cells) {
        lines.forEach((line, index) => paper.text(line.runs, { ...at, y: top + 4.4 + index * PITCH }));
      }
      paper.rule(WHOLE.left, top + height, { width: WHOLE.width, weight: 0.4, grey: 0.25 });
    },
  };
}

function totalRow(
  context: ReportContext,
  columns: readonly LaidOut[],
  total: { readonly label: string; readonly totals: Readonly<Record<string, string>> },
): Block {
  const label: Cell = {
    column: { x: AREA.left, align: 'left' },
    runs: runs(total.label, STYLES.amountBold),
  };
  const figures = columns.flatMap((column): Cell[] => {
    const sum = total.totals[column.field];
    if (sum === undefined) return [];
    return [{ column: column.at, runs: runs(totalText(column, sum), STYLES.amountBold) }];
  });
  return totalBlock(context, WHOLE, { cells: [label, ...figures], height: TOTAL_HEIGHT });
}
