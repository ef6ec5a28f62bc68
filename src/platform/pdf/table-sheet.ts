import { type Fen, yuanText } from '../../domain/money/fen';
import { labelOf } from '../../glossary/terms';
import {
  headGroups,
  isStrong,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
  type SheetTable,
} from '../spreadsheets/sheet-table';
import { CarriedOver } from './carried-over';
import { notoFontFiles } from './font-files';
import { Paper } from './paper';
import type { Tag } from './tag-tree';
import { run, type TextLine, type TextStyle } from './text-run';

/** What a printed table is told beside its rows. */
export interface TableSheetOptions {
  /** Demo data: 样张 stands across every page. */
  readonly specimen: boolean;
  /** When the facts were drawn: the same facts drawn at the same moment give the same bytes. */
  readonly drawnAt: Date;
}

const LEFT = 20;
const RIGHT = 200;
const FOOT = 283;
const ROW = 5.6;
const PITCH = 3.7;
const PADDING = 1;
/** Room before the second half of a two-sided statement. */
const BETWEEN = 3;
/** From the last row to where people sign. */
const SIGNING = 14;
const SPECIMEN_SIZE = 190;
const CELL: TextStyle = { face: 'sans', size: 8.5 };
const STRONG: TextStyle = { face: 'sansBold', size: 8.5 };
const SMALL: TextStyle = { face: 'sans', size: 8 };
const TITLE: TextStyle = { face: 'serifBold', size: 17 };

/** A row as it will be drawn: its cells in lines, its height in mm. */
interface MeasuredRow {
  readonly row: SheetRow;
  readonly lines: readonly (readonly TextLine[])[];
  readonly height: number;
}

/**
 * Prints a table on A4 portrait, as many pages as its rows need: header repeated, what was carried from the
 * page before and to the next, page of pages on each. A character that no font has is a box with its code.
 */
export async function renderTableSheet(table: SheetTable, options: TableSheetOptions): Promise<Buffer> {
  const { title, owner: author, span: subject } = table;
  const info = { title, author, subject, createdAt: options.drawnAt, rare: 'boxed' } as const;
  const paper = new Paper(notoFontFiles(), info);
  const sheet = new TableSheet(paper, table);
  const pages = sheet.plan();
  const carried = new CarriedOver(table.columns);
  pages.forEach((rows, index) => {
    paper.addPage();
    if (options.specimen) paper.watermark(labelOf('sheet.specimen'), SPECIMEN_SIZE);
    const brought = index === 0 ? undefined : carried.cells('sheet.brought');
    rows.forEach(({ row }) => carried.add(row));
    const forward = index === pages.length - 1 ? undefined : carried.cells('sheet.forward');
    sheet.draw({ rows, brought, forward, number: index + 1, of: pages.length });
  });
  return paper.finish();
}

class TableSheet {
  private readonly edges: readonly number[];
  private readonly widths = new Map<string, number>();
  /** What stands below the title, line by line: a long summary takes several. */
  private readonly remarks: readonly TextLine[];
  private readonly tag: Tag = { type: 'Table' };

  constructor(
    private readonly paper: Paper,
    private readonly table: SheetTable,
  ) {
    this.remarks = table.remarks.flatMap((remark) => paper.wrap([run(remark, SMALL)], RIGHT - LEFT));
    const edges = [LEFT];
    for (const { width } of table.columns) edges.push((edges.at(-1) ?? LEFT) + width);
    this.edges = edges;
  }

  /**
   * The rows of every page. A table without rows still has its page. A heading stands above its rows on every
   * page that has some of them, and never alone at the foot of one.
   */
  plan(): MeasuredRow[][] {
    const pages: MeasuredRow[][] = [[]];
    let top = this.bodyTop();
    let heading: MeasuredRow | undefined;
    for (const row of this.table.rows) {
      const measured = this.measure(row);
      const needed = measured.height + (row.kind === 'heading' ? 2 * ROW : 0);
      if (row.kind === 'heading') heading = undefined;
      if (needed > FOOT - ROW - top && (pages.at(-1)?.length ?? 0) > 0) {
        pages.push(heading === undefined ? [] : [heading]);
        top = this.bodyTop() + ROW + (heading?.height ?? 0);
      }
      pages.at(-1)?.push(measured);
      top += measured.height;
      if (row.kind === 'heading') heading = measured;
      if (row.kind === 'total') heading = undefined;
    }
    if (!this.isRoomToSign(top)) pages.push([]);
    return pages;
  }

  draw(page: {
    readonly rows: readonly MeasuredRow[];
    readonly brought: readonly SheetCell[] | undefined;
    readonly forward: readonly SheetCell[] | undefined;
    readonly number: number;
    readonly of: number;
  }): void {
    let top = this.headTop();
    const begin = (): void => {
      this.drawHeading(page.number, page.of);
      top = this.drawHead();
    };
    // What every page repeats is read once.
    if (page.number === 1) begin();
    else this.paper.furniture(begin);
    const carry = (cells: readonly SheetCell[] | undefined): void => {
      if (cells === undefined) return;
      top = this.drawRow(this.measure({ kind: 'subtotal', cells }), top);
    };
    carry(page.brought);
    for (const row of page.rows) top = this.drawRow(row, top);
    carry(page.forward);
    this.paper.rule(LEFT, top, { width: RIGHT - LEFT, weight: 0.9 });
    if (page.number === page.of) this.drawSignatures(top + SIGNING);
  }

  /** Who signs, side by side, each with room for the hand. */
  private drawSignatures(y: number): void {
    const { signatures = [] } = this.table;
    const room = (RIGHT - LEFT) / signatures.length;
    signatures.forEach((who, place) => this.paper.text([run(who, CELL)], { x: LEFT + place * room, y }));
  }

  private isRoomToSign(top: number): boolean {
    return this.table.signatures === undefined || top <= FOOT - ROW - SIGNING;
  }

  private bodyTop(): number {
    return this.headTop() + (this.hasGroups() ? 2 : 1) * ROW;
  }

  private headTop(): number {
    return 29.5 + this.remarks.length * 4;
  }

  private hasGroups(): boolean {
    return this.table.columns.some((column) => column.group !== undefined);
  }

  private drawHeading(number: number, of: number): void {
    const { title, owner, span } = this.table;
    const middle = (LEFT + RIGHT) / 2;
    this.paper.tagged({ type: 'H1', bookmark: title }, () => {
      this.paper.text([run(title, TITLE)], { x: middle, y: 20, align: 'centre' });
    });
    this.paper.text([run(owner, SMALL)], { x: LEFT, y: 27 });
    this.paper.text([run(span, SMALL)], { x: middle, y: 27, align: 'centre' });
    this.paper.text([run(labelOf('sheet.unit'), SMALL)], { x: RIGHT, y: 27, align: 'right' });
    this.remarks.forEach(({ runs }, index) => this.paper.text(runs, { x: LEFT, y: 31 + index * 4 }));
    const [page, pages, end] = ['sheet.page', 'sheet.pageOf', 'sheet.pageEnd'].map(labelOf);
    const foot = `${page ?? ''} ${String(number)} ${pages ?? ''} ${String(of)} ${end ?? ''}`;
    this.paper.text([run(foot, SMALL)], { x: middle, y: 289, align: 'centre' });
  }

  private drawHead(): number {
    const { columns } = this.table;
    let top = this.headTop();
    this.paper.rule(LEFT, top, { width: RIGHT - LEFT, weight: 0.9 });
    if (this.hasGroups()) {
      const groups: Tag = { type: 'TR', of: this.tag };
      let index = 0;
      for (const { head, columns: under } of headGroups(columns)) {
        const [left, right] = [this.edges[index] ?? LEFT, this.edges[index + under.length] ?? RIGHT];
        index += under.length;
        if (head === undefined) continue;
        const x = (left + right) / 2;
        this.paper.tagged({ type: 'TH', of: groups }, () => {
          this.paper.text([run(head, STRONG)], { x, y: top + 3.9, align: 'centre' });
        });
        this.paper.rule(left + PADDING, top + ROW, { width: right - left - 2 * PADDING, weight: 0.4 });
      }
      top += ROW;
    }
    const heads: Tag = { type: 'TR', of: this.tag };
    columns.forEach((column, index) => {
      const indent = this.indentOf(index);
      this.paper.tagged({ type: 'TH', of: heads }, () => {
        this.put([run(column.head, STRONG)], { column, index, y: top + 3.9, indent });
      });
    });
    this.paper.rule(LEFT, top + ROW, { width: RIGHT - LEFT, weight: 0.9 });
    return top + ROW;
  }

  private drawRow({ row, lines, height }: MeasuredRow, top: number): number {
    if (row.kind === 'total') this.paper.rule(LEFT, top, { width: RIGHT - LEFT, weight: 0.9 });
    const tag: Tag = { type: 'TR', of: this.tag };
    lines.forEach((cell, index) => {
      const column = this.table.columns[index];
      if (column === undefined) return;
      this.paper.tagged({ type: 'TD', of: tag }, () =>
        cell.forEach((each, line) => {
          const indent = this.indentOf(index, row);
          this.put(each.runs, { column, index, y: top + 3.9 + line * PITCH, indent });
        }),
      );
    });
    const bottom = top + height;
    this.paper.rule(LEFT, bottom, { width: RIGHT - LEFT, weight: 0.35, grey: 0.55 });
    return bottom;
  }

  private put(
    runs: TextLine['runs'],
    place: {
      readonly column: SheetColumn;
      readonly index: number;
      readonly y: number;
      readonly indent: number;
    },
  ): void {
    const left = this.edges[place.index] ?? LEFT;
    const right = this.edges[place.index + 1] ?? RIGHT;
    const { kind } = place.column;
    if (kind === 'text') this.paper.text(runs, { x: left + PADDING + place.indent, y: place.y });
    else if (kind === 'money') this.paper.text(runs, { x: right - PADDING, y: place.y, align: 'right' });
    else this.paper.text(runs, { x: (left + right) / 2, y: place.y, align: 'centre' });
  }

  /** How far the words of a cell stand in, in mm. */
  private indentOf(index: number, row?: SheetRow): number {
    const second = this.table.twoSided === true ? this.table.columns.length / 2 : 0;
    if (index === 0) return (row?.indent ?? 0) * 3;
    return index === second ? BETWEEN : 0;
  }

  private measure(row: SheetRow): MeasuredRow {
    const lines = row.cells.map((cell, index) => {
      const column = this.table.columns[index];
      if (cell === undefined || cell === '' || column === undefined) return [];
      const indent = this.indentOf(index, row);
      const style = isStrong(row, index) ? STRONG : CELL;
      return this.linesOf(cell, style, column.width - 2 * PADDING - indent);
    });
    const most = Math.max(1, ...lines.map((each) => each.length));
    return { row, lines, height: ROW + (most - 1) * PITCH };
  }

  /** Words that are too wide take more lines; an amount is never broken but set smaller. */
  private linesOf(cell: string | Fen, style: TextStyle, room: number): readonly TextLine[] {
    const text = typeof cell === 'bigint' ? yuanText(cell) : cell;
    const width = this.widthOf(text, style);
    if (width <= room) return [{ runs: [run(text, style)], width, last: true }];
    if (typeof cell !== 'bigint') return this.paper.wrap([run(text, style)], room);
    const size = (style.size * room) / width;
    return [{ runs: [run(text, { ...style, size })], width: room, last: true }];
  }

  private widthOf(text: string, style: TextStyle): number {
    const key = `${style.face} ${text}`;
    const known = this.widths.get(key) ?? this.paper.width([run(text, style)]);
    this.widths.set(key, known);
    return known;
  }
}
