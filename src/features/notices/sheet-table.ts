import type { Tag } from '../../platform/pdf/tag-tree';
import type { TextLine, TextRun, TextStyle } from '../../platform/pdf/text-run';
import { AREA, type Block, runs, type SheetContext, STYLES } from './sheet-context';

/**
 * A table that may go on over the page: its header is repeated, and the totals so far are carried forward.
 */
export interface SheetTable {
  readonly heading: Block;
  readonly head: Block;
  readonly rows: readonly Block[];
  /** The total row and what belongs right under it; kept together with the last row. */
  readonly foot: readonly Block[];
  /** The row that carries the totals of the first `count` rows over the page. */
  readonly carry: (count: number, way: 'brought' | 'forward') => Block;
}

/** A column of a table: which edge of its cells stands at `x` mm. */
export interface Column {
  readonly x: number;
  readonly align: 'left' | 'centre' | 'right';
}

/** One cell of a single-line row. */
export interface Cell {
  readonly column: Column;
  readonly runs: readonly TextRun[];
  /** Its further lines, closer together. */
  readonly below?: readonly (readonly TextRun[])[];
}

/** The lines of a first column: the name, and the smaller lines under it. */
export interface Stack {
  readonly name: readonly TextLine[];
  readonly below: readonly TextLine[];
  readonly pitch: number;
}

const BELOW_FIRST = 3.6;
const BELOW_PITCH = 3.3;

/** Where a table stands across the page, in mm. */
export interface TableSpan {
  readonly left: number;
  readonly width: number;
}

/** A section heading over a table, with what the figures are shares of at its right, where they are. */
export function headingBlock(
  context: SheetContext,
  text: string,
  { right, ...span }: TableSpan & { readonly right?: string },
): Block {
  const { paper, tight } = context;
  const height = 9.3 - Math.max(0, tight);
  return {
    height,
    tag: { type: 'H2', bookmark: text },
    draw: (top) => {
      const y = top + height - 2;
      paper.text(runs(text, STYLES.heading), { x: span.left, y });
      if (right === undefined) return;
      const end = { x: span.left + span.width, y, align: 'right' } as const;
      paper.tagged({ type: 'P' }, () => paper.text(runs(right, STYLES.small), end));
    },
  };
}

/** The header row of a table, ruled above and below. */
export function headBlock({ paper }: SheetContext, span: TableSpan, cells: readonly Cell[]): Block {
  return {
    height: 5.2,
    draw: (top) => {
      paper.rule(span.left, top, { width: span.width, weight: 0.9 });
      for (const { column, runs: text } of cells)
        paper.tagged({ type: 'TH' }, () => paper.text(text, { ...column, y: top + 3.7 }));
      paper.rule(span.left, top + 5.2, { width: span.width, weight: 0.9 });
    },
  };
}

/**
 * One line with cells on it, with a heavy rule above and below: totals, and totals carried over the page.
 */
export function totalBlock(
  { paper }: SheetContext,
  span: TableSpan,
  total: { readonly cells: readonly Cell[]; readonly height: number },
): Block {
  const { height, cells } = total;
  return {
    height,
    draw: (top) => {
      paper.rule(span.left, top, { width: span.width, weight: 1 });
      for (const { column, runs: text } of cells) paper.text(text, { ...column, y: top + height / 2 + 1.5 });
      paper.rule(span.left, top + height, { width: span.width, weight: 1 });
    },
  };
}

/** A row with a stack of lines in its first column and cells on its first line, with a hairline below. */
export function stackedRow(
  context: SheetContext,
  span: TableSpan,
  row: {
    readonly stack: Stack;
    readonly cells: readonly Cell[];
    /** Whether the stack takes the whole width, so that the cells stand on a line of their own after it. */
    readonly wideName?: boolean;
  },
): Block {
  const { paper, tight } = context;
  const { stack } = row;
  const nameEnd = 4.4 + (stack.name.length - 1) * stack.pitch;
  const belowTop = nameEnd + BELOW_FIRST;
  const belowEnd = stack.below.length > 0 ? belowTop + (stack.below.length - 1) * BELOW_PITCH : nameEnd;
  const cellTop = row.wideName === true ? belowEnd + stack.pitch : 4.4;
  const cellEnd = cellTop + Math.max(0, ...row.cells.map(({ below = [] }) => below.length)) * BELOW_PITCH;
  const height = Math.max(belowEnd, cellEnd) + 1.5 - tight * 0.6;
  return {
    height,
    draw: (top) => {
      paper.tagged({ type: 'TD' }, () => {
        stack.name.forEach((line, index) =>
          paper.text(line.runs, { x: span.left, y: top + 4.4 + index * stack.pitch }),
        );
        stack.below.forEach((line, index) =>
          paper.text(line.runs, { x: span.left, y: top + belowTop + index * BELOW_PITCH }),
        );
      });
      for (const { column, runs: text, below = [] } of row.cells) {
        paper.tagged({ type: 'TD' }, () =>
          [text, ...below].forEach((line, index) =>
            paper.text(line, { ...column, y: top + cellTop + index * BELOW_PITCH }),
          ),
        );
      }
      paper.rule(span.left, top + height, { width: span.width, weight: 0.4, grey: 0.25 });
    },
  };
}

/** Lines of a note, one under the other, with no rules. */
export function noteBlock({ paper }: SheetContext, span: TableSpan, text: string): Block {
  const lines = paper.wrap(runs(text, STYLES.note), span.width);
  const pitch = 4.2;
  return {
    height: lines.length * pitch,
    tag: { type: 'P' },
    draw: (top) =>
      lines.forEach((line, index) => paper.text(line.runs, { x: span.left, y: top + 3.9 + index * pitch })),
  };
}

/** A sum in capital figures, right under its total. */
export function capitalsBlock({ paper }: SheetContext, text: string): Block {
  const lines = paper.wrap(runs(text, STYLES.item), AREA.width);
  return {
    height: lines.length * CAPITALS_PITCH,
    tag: { type: 'P' },
    draw: (top) =>
      lines.forEach((line, index) =>
        paper.text(line.runs, { x: AREA.left, y: top + (index + 1) * CAPITALS_PITCH - 0.7 }),
      ),
  };
}

const CAPITALS_PITCH = 5.3;

/** Between the lines of a note that runs over the whole width, in mm. */
const NOTE_PITCH = 4.39;

/** A note over the whole width after its heading, one block per line, so that it can run over a page. */
export function noteLines(
  { paper }: SheetContext,
  note: { readonly heading: string; readonly text: string; readonly above?: number },
): Block[] {
  const told = [...runs(note.heading, STYLES.noteBold), ...runs(`\u3000${note.text}`, STYLES.note)];
  const tag: Tag = { type: 'P', bookmark: note.heading };
  return paper.wrap(told, AREA.width).map((line, index) => {
    const height = NOTE_PITCH + (index === 0 ? (note.above ?? 0) : 0);
    const place = { x: AREA.left, ...(line.last ? {} : { stretchTo: AREA.width }) };
    return { height, tag, draw: (top) => paper.text(line.runs, { ...place, y: top + height }) };
  });
}

/** The widest of several texts in one style, in mm. */
export function widest({ paper }: SheetContext, texts: readonly string[], style: TextStyle): number {
  return Math.max(0, ...texts.map((text) => paper.width(runs(text, style))));
}

/**
 * The part of a table that fits a given space, and where the rest begins; `next` is absent when nothing is
 * left.
 */
export interface TableSlice {
  readonly blocks: readonly Block[];
  readonly next?: number;
}

/**
 * Cuts the rows from `from` on that fit `space` mm: header, totals brought forward, rows, and either the
 * foot or the totals carried forward. A row is never cut; with too little space for even one row nothing is
 * taken, unless the page is fresh.
 */
export function sliceTable(
  table: SheetTable,
  from: number,
  room: { readonly space: number; readonly fresh: boolean; readonly tag: Tag },
): TableSlice {
  const row = (block: Block): Block => ({ tag: { type: 'TR', of: room.tag }, ...block });
  const start =
    from === 0
      ? [table.heading, row(table.head)]
      : [{ ...table.head, tag: 'repeated' as const }, row(table.carry(from, 'brought'))];
  const rest = table.rows.slice(from);
  // That there is nothing stands in the place of the rows, before the total.
  const none = (block: Block): Block => ({ ...block, tag: { type: 'TR', of: room.tag } });
  const foot = table.foot.map(table.rows.length === 0 ? none : row);
  const above = heightOf(start);
  const whole = (): Block[] => [...start, ...rest.map(row), ...foot];
  if (above + heightOf(rest) + heightOf(table.foot) <= room.space) return { blocks: whole() };
  const count = rowsThatFit(rest, room.space - above, (taken) => table.carry(from + taken, 'forward').height);
  if (count === 0 && !room.fresh) return { blocks: [], next: from };
  const taken = Math.max(count, 1);
  const next = from + taken;
  if (next >= table.rows.length) return { blocks: whole() };
  return { blocks: [...start, ...[...rest.slice(0, taken), table.carry(next, 'forward')].map(row)], next };
}

/** How many rows fit a space with the totals carried forward below; the last one stands with the foot. */
function rowsThatFit(rows: readonly Block[], space: number, carried: (taken: number) => number): number {
  let [count, height] = [0, 0];
  const forward = carried(1);
  for (const row of rows.slice(0, -1)) {
    if (height + row.height + forward > space) break;
    height += row.height;
    count += 1;
  }
  // Totals of many rows may take more room than those of the first one.
  while (count > 1 && height + carried(count) > space) {
    count -= 1;
    height -= rows[count]?.height ?? 0;
  }
  return count;
}

/** The height of blocks standing one under the other, in mm. */
export function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0);
}

/** The whole width of the type area. */
export const WHOLE: TableSpan = { left: AREA.left, width: AREA.width };
