import type { Fen } from '../../domain/money/fen';

/** What stands in a cell: words, an amount in fen, or nothing. A number that is no money is words. */
export type SheetCell = string | Fen | undefined;

/** One column of a book or report, the same on the screen, on paper and in a workbook. */
export interface SheetColumn {
  readonly head: string;
  /** A heading above this column and its neighbours of the same group. */
  readonly group?: string;
  /** Amounts stand right, words left, marks such as a side in the middle. */
  readonly kind: 'text' | 'money' | 'mark';
  /** Width on A4 paper in mm; all columns together have {@link SHEET_WIDTH}. */
  readonly width: number;
  /** What is carried over to the next page: the sum of the lines so far, or what the last row says. */
  readonly carry?: 'sum' | 'last';
  /** The cell leads to where its row says. */
  readonly linked?: boolean;
}

/** A line of the table, or a heading, a subtotal or a total between them. */
export interface SheetRow {
  readonly kind: 'line' | 'heading' | 'subtotal' | 'total';
  readonly cells: readonly SheetCell[];
  /** How deep a detail account stands below its parent. */
  readonly indent?: number;
  readonly href?: string;
  /** Whether its amounts join the sums that are carried over; those of a line do unless it says no. */
  readonly counts?: boolean;
  /** Cells of a line that stand out, by their place: a subtotal in one half of a two-sided statement. */
  readonly strong?: readonly number[];
}

/** A book or report as one table with its heading. */
export interface SheetTable {
  readonly title: string;
  /** Whose books they are. */
  readonly owner: string;
  /** The days it covers, in words. */
  readonly span: string;
  /** By which time it is drawn, as known when, and what else must be said. */
  readonly remarks: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Who signs below the last row, by function. */
  readonly signatures?: readonly string[];
  /** Its second half of columns is a table of its own, which a phone shows below the first. */
  readonly twoSided?: boolean;
  /** On a phone each row is a card, the head of its column before each amount. */
  readonly cards?: boolean;
}

/** How wide a table is on A4 paper, in mm: the left margin leaves room for binding. */
export const SHEET_WIDTH = 180;

/** Whether the amounts of a row join the sums carried over to the next page. */
export function countsInCarry(row: SheetRow): boolean {
  return row.counts ?? row.kind === 'line';
}

/** Whether a cell is set bold: what is no plain line stands out, and so do the cells a line names. */
export function isStrong(row: SheetRow, index: number): boolean {
  return row.kind !== 'line' || (row.strong ?? []).includes(index);
}

/** Neighbouring columns under one heading; a column without one stands alone. */
export function headGroups(
  columns: readonly SheetColumn[],
): { readonly head: string | undefined; readonly columns: readonly SheetColumn[] }[] {
  const groups: { head: string | undefined; columns: SheetColumn[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (column.group !== undefined && last?.head === column.group) last.columns.push(column);
    else groups.push({ head: column.group, columns: [column] });
  }
  return groups;
}
