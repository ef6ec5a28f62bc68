import {
  type DrawnReport,
  type ReportRow,
  tableOf,
  type TableShape,
} from '../../domain/notices/report-notice';
import type { TextStyle } from '../../platform/pdf/text-run';
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
  readonly shape: TableShape;
}

interface LaidOut extends TemplateColumn {
  readonly left: number;
  readonly at: Column;
}

/** Between two columns, in mm. */
const GUTTER = 1.8;

/** How a table is set: mm from the upper edge of a row to its first line, between lines, under the last. */
interface Setting {
  readonly first: number;
  readonly pitch: number;
  readonly below: number;
  readonly item: TextStyle;
  readonly figure: TextStyle;
  /** What a reader looks for first, and what it comes to. */
  readonly lead: TextStyle;
  readonly amount: TextStyle;
  readonly total: TextStyle;
  readonly totalHeight: number;
}

/** Rows about money. */
const MONEY: Setting = {
  ...{ first: 4.4, pitch: 4.2, below: 1.5, totalHeight: 6.1 },
  ...{ item: STYLES.item, figure: STYLES.amount, lead: STYLES.item, amount: STYLES.amount },
  total: STYLES.amountBold,
};
/** Rows about people: everybody finds himself from a metre away. */
const PEOPLE: Setting = {
  ...{ first: 5.3, pitch: 5.2, below: 1.7, totalHeight: 7.4 },
  ...{ item: STYLES.useText, figure: STYLES.useTotalText, lead: STYLES.useAmount, amount: STYLES.useAmount },
  total: STYLES.useTotal,
};
/** Of people every so many rows end in a heavier line. */
const HEAVY_EVERY = 5;

function settingOf({ listsPersons }: TableShape): Setting {
  return listsPersons === true ? PEOPLE : MONEY;
}

function styleOf({ shape }: PrintedTable, column: TemplateColumn): TextStyle {
  const { lead, amount, item, figure } = settingOf(shape);
  if (column.field === shape.lead) return lead;
  // A day is no sum of money: it is set like the other words of its row.
  if (column.field === shape.amount && (isFigure(column) || shape.listsPersons === true)) return amount;
  return isFigure(column) ? figure : item;
}

/** One table over the whole width; its rows go on over as many pages as they need, its totals with them. */
export function reportSheetTable(context: ReportContext, table: PrintedTable): SheetTable {
  const { notice, say } = context;
  const { rows, totals } = tableOf(notice, table.name);
  const columns = layOut(context, table, rows);
  const fields = Object.keys(table.shape.totals);
  const sums = runningSums(rows, fields);
  const sum = (label: string, of: Readonly<Record<string, string>>): Block =>
    totalRow(context, columns, { label, totals: of, setting: settingOf(table.shape) });
  const total = fields.length === 0 ? [] : [sum(say(`tables.${table.name}.total`), totals)];
  const none = noteBlock(context, WHOLE, say(`tables.${table.name}.none`));
  return {
    heading: headingBlock(context, say(`tables.${table.name}.heading`), WHOLE),
    head: headBlock(
      context,
      WHOLE,
      columns.map(({ at, heading }) => ({ column: at, runs: runs(heading, STYLES.columnHead) })),
    ),
    rows: rows.map((row, index) => rowBlock(context, columns, { row, index, table })),
    foot: rows.length === 0 ? [none, { height: 1.5, draw: () => undefined }, ...total] : total,
    // What adds nothing up says how many rows there were so far.
    carry: (count, way) =>
      fields.length === 0
        ? sum(say(`carry.${way}-rows`, { count }), {})
        : sum(say(`carry.${way}`), sums[count] ?? {}),
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
      widest(context, cells, styleOf(table, column)),
      total === undefined ? 0 : widest(context, [totalText(column, total)], settingOf(table.shape).total),
    );
    return Math.max(column.width, longest + GUTTER);
  });
  const over = Math.max(0, wanted.reduce((sum, width) => sum + width, 0) - AREA.width);
  const yielding = table.columns.reduce((sum, each) => sum + (isFigure(each) ? 0 : each.width), 0);
  let left: number = AREA.left;
  return table.columns.map((column, index) => {
    const width = (wanted[index] ?? 0) - (isFigure(column) ? 0 : (over * column.width) / yielding);
    const right = left + width;
    // Figures keep off the words of the next column; against other figures they are set right already.
    const edge = table.columns[index + 1]?.align === 'left' ? right - GUTTER : right;
    const x = column.align === 'left' ? left : column.align === 'right' ? edge : (left + right) / 2;
    const laid = { ...column, width, left, at: { x, align: column.align } };
    left = right;
    return laid;
  });
}

/** A row is as high as its highest cell. */
function rowBlock(
  context: ReportContext,
  columns: readonly LaidOut[],
  { row, index, table }: { readonly row: ReportRow; readonly index: number; readonly table: PrintedTable },
): Block {
  const { paper, say, tight, notice } = context;
  const { names, shape } = table;
  const { first, pitch, below } = settingOf(shape);
  const weight = weightOf(shape, row);
  const cells = columns.map((column) => {
    const text = cellText({ say, names, notice }, column, row);
    const said = runs(text, weight === 'strong' ? STYLES.amountBold : styleOf(table, column));
    const indent = weight === 'under' && column.field === shape.lead ? INDENT : 0;
    const lines = isFigure(column) ? [{ runs: said }] : paper.wrap(said, column.width - GUTTER - indent);
    return { at: { ...column.at, x: column.at.x + indent }, lines };
  });
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const height = first + (count - 1) * pitch + below - tight * 0.6;
  const isMarked = shape.marked !== undefined && row[shape.marked] !== undefined;
  const isHeavy = shape.listsPersons === true && (index + 1) % HEAVY_EVERY === 0;
  return {
    height,
    draw: (top) => {
      if (isMarked) paper.tint(WHOLE.left, top, { width: WHOLE.width, height });
      for (const { at, lines } of cells) {
        paper.tagged({ type: 'TD' }, () =>
          lines.forEach((line, place) => paper.text(line.runs, { ...at, y: top + first + place * pitch })),
        );
      }
      const weight = isHeavy ? { weight: 0.9 } : { weight: 0.4, grey: 0.25 };
      paper.rule(WHOLE.left, top + height, { width: WHOLE.width, ...weight });
    },
  };
}

/** Whether a row weighs most, stands under such a row, or all weigh alike. */
function weightOf({ strong }: TableShape, row: ReportRow): 'strong' | 'under' | undefined {
  if (strong === undefined) return undefined;
  return strong.some((field) => row[field] !== undefined) ? 'strong' : 'under';
}

/** How far a row stands in under another, in mm. */
const INDENT = 4;

function totalRow(
  context: ReportContext,
  columns: readonly LaidOut[],
  total: {
    readonly label: string;
    readonly totals: Readonly<Record<string, string>>;
    readonly setting: Setting;
  },
): Block {
  const { total: style, totalHeight: height } = total.setting;
  const label: Cell = {
    column: { x: AREA.left, align: 'left' },
    runs: runs(total.label, style),
  };
  const figures = columns.flatMap((column): Cell[] => {
    const sum = total.totals[column.field];
    if (sum === undefined) return [];
    return [{ column: column.at, runs: runs(totalText(column, sum), style) }];
  });
  return totalBlock(context, WHOLE, { cells: [label, ...figures], height });
}
