import { basisLines } from './distribution-sheet-basis';
import type { Block, SheetContext } from './distribution-sheet-context';
import { deductionsTable } from './distribution-sheet-deductions';
import { objectionLines } from './distribution-sheet-objections';
import { footBlock, proofTop } from './distribution-sheet-foot';
import { continuedHead, firstHead } from './distribution-sheet-head';
import { incomeTable } from './distribution-sheet-income';
import { reckoningLines } from './distribution-sheet-reckoning';
import { reservesTable } from './distribution-sheet-reserves';
import { heightOf, type SheetTable, sliceTable } from './distribution-sheet-table';
import { usesTable } from './distribution-sheet-uses';

const PAPER_HEIGHT_TO_BOTTOM = 290;

/** A block with its place on a page, in mm from the upper edge. */
interface Placed {
  readonly block: Block;
  readonly top: number;
}

/**
 * The pages of a sheet, planned but not yet drawn: their number is known before the first line is written.
 */
export class SheetPages {
  readonly pages: Placed[][] = [];
  private top = 0;

  constructor(private readonly context: SheetContext) {
    this.begin(firstHead(context));
  }

  /** Places tables side by side, going on over as many pages as their rows need. */
  addTables(tables: readonly SheetTable[]): void {
    let open = tables.map((table) => ({ table, from: 0 }));
    while (open.length > 0) {
      const room = { space: this.space(), fresh: this.isFresh() };
      const slices = open.map(({ table, from }) => ({ table, ...sliceTable(table, from, room) }));
      const waits = slices.some(({ blocks }) => blocks.length === 0);
      if (!waits) {
        slices.forEach(({ blocks }) => this.placeAt(this.top, blocks));
        this.top += Math.max(...slices.map(({ blocks }) => heightOf(blocks)));
        open = slices.flatMap(({ table, next }) => (next === undefined ? [] : [{ table, from: next }]));
      }
      if (open.length > 0) this.begin(continuedHead(this.context));
    }
  }

  /**
   * Places lines that may run over a page, and after them the foot on the last page, never leaving the foot
   * alone.
   */
  addEnding(lines: readonly Block[], foot: Block): void {
    const footTop = PAPER_HEIGHT_TO_BOTTOM - foot.height;
    const together = this.top + heightOf(lines) + GAP <= footTop;
    if (!together && !this.isFresh()) this.begin(continuedHead(this.context));
    for (const line of lines) {
      if (line.height > this.space()) this.begin(continuedHead(this.context));
      this.placeAt(this.top, [line]);
      this.top += line.height;
    }
    if (this.top + GAP > footTop) this.begin(continuedHead(this.context));
    this.placeAt(footTop, [foot]);
  }

  /** Places lines on pages of their own, after the foot. */
  addAppendix(lines: readonly Block[]): void {
    if (lines.length === 0) return;
    this.begin(continuedHead(this.context));
    for (const line of lines) {
      if (line.height > this.space()) this.begin(continuedHead(this.context));
      this.placeAt(this.top, [line]);
      this.top += line.height;
    }
  }

  private begin(head: Block): void {
    this.pages.push([{ block: head, top: 0 }]);
    this.top = head.height;
  }

  private isFresh(): boolean {
    return this.pages.length > 1 && this.pages.at(-1)?.length === 1;
  }

  private space(): number {
    return proofTop(this.context) - 3 - this.top;
  }

  private placeAt(top: number, blocks: readonly Block[]): void {
    let y = top;
    for (const block of blocks) {
      this.pages.at(-1)?.push({ block, top: y });
      y += block.height;
    }
  }
}

const GAP = 2.6;
const LOOSEST_FIRST = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75];

/**
 * Plans the sheet: the loosest setting that keeps its tables and foot on one page, else the ordinary one over
 * several pages. Only the space between rows gives way; sizes never do. How the figures came about follows on
 * pages of its own.
 */
export function planPages(context: SheetContext): {
  readonly pages: SheetPages;
  readonly context: SheetContext;
} {
  const fits = (tight: number): boolean => drawnOn({ ...context, tight }).pages.length === 1;
  const fitting = fits(1) ? (LOOSEST_FIRST.find(fits) ?? 1) : 0;
  const settled = { ...context, tight: fitting };
  const pages = drawnOn(settled);
  pages.addAppendix(reckoningLines(settled));
  return { pages, context: settled };
}

/** Tables and foot, in the setting of the context. */
function drawnOn(context: SheetContext): SheetPages {
  const pages = new SheetPages(context);
  pages.addTables([incomeTable(context), deductionsTable(context)]);
  pages.addTables([usesTable(context)]);
  const reserves = reservesTable(context);
  if (reserves !== undefined) pages.addTables([reserves]);
  pages.addEnding([...basisLines(context), ...objectionLines(context)], footBlock(context));
  return pages;
}
