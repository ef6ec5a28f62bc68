import { basisLines } from './distribution-sheet-basis';
import type { Block, SheetContext } from './distribution-sheet-context';
import { deductionsTable } from './distribution-sheet-deductions';
import { footBlock, proofTop } from './distribution-sheet-foot';
import { continuedHead, firstHead } from './distribution-sheet-head';
import { incomeTable } from './distribution-sheet-income';
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
 * Plans the sheet: the loosest setting that keeps it on one page, else the ordinary one over several pages.
 * Only the space between rows gives way; sizes never do.
 */
export function planPages(context: SheetContext): {
  readonly pages: SheetPages;
  readonly context: SheetContext;
} {
  const tightest = planAt({ ...context, tight: 1 });
  if (tightest.pages.pages.length > 1) return planAt({ ...context, tight: 0 });
  for (const tight of LOOSEST_FIRST) {
    const planned = planAt({ ...context, tight });
    if (planned.pages.pages.length === 1) return planned;
  }
  return tightest;
}

function planAt(context: SheetContext): { pages: SheetPages; context: SheetContext } {
  const pages = new SheetPages(context);
  pages.addTables([incomeTable(context), deductionsTable(context)]);
  pages.addTables([usesTable(context)]);
  pages.addEnding(basisLines(context), footBlock(context));
  return { pages, context };
}
