import { basisLines } from './sheet-basis';
import type { Block, SheetContext } from './sheet-context';
import { objectionLines } from './sheet-objections';
import { footBlock, proofTop } from './sheet-foot';
import { continuedHead, firstHead, type SheetHead } from './sheet-head';
import { heightOf, type SheetTable, sliceTable } from './sheet-table';

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

  constructor(
    private readonly context: SheetContext,
    private readonly head: SheetHead,
  ) {
    this.begin(firstHead(context, head));
  }

  /** Places tables side by side, going on over as many pages as their rows need. */
  addTables(tables: readonly SheetTable[]): void {
    let open = tables.map((table) => ({ table, from: 0, tag: { type: 'Table' } as const }));
    while (open.length > 0) {
      const room = { space: this.space(), fresh: this.isFresh() };
      const slices = open.map(({ table, from, tag }) => {
        return { table, tag, ...sliceTable(table, from, { ...room, tag }) };
      });
      const waits = slices.some(({ blocks }) => blocks.length === 0);
      if (!waits) {
        slices.forEach(({ blocks }) => this.placeAt(this.top, blocks));
        this.top += Math.max(...slices.map(({ blocks }) => heightOf(blocks)));
        open = slices.flatMap(({ table, tag, next }) => {
          return next === undefined ? [] : [{ table, tag, from: next }];
        });
      }
      if (open.length > 0) this.begin(continuedHead(this.context, this.head));
    }
  }

  /**
   * Places lines that may run over a page, and after them the foot on the last page, never leaving the foot
   * alone.
   */
  addEnding(lines: readonly Block[], foot: Block): void {
    const footTop = PAPER_HEIGHT_TO_BOTTOM - foot.height;
    const together = this.top + heightOf(lines) + GAP <= footTop;
    if (!together && !this.isFresh()) this.begin(continuedHead(this.context, this.head));
    for (const line of lines) {
      if (line.height > this.space()) this.begin(continuedHead(this.context, this.head));
      this.placeAt(this.top, [line]);
      this.top += line.height;
    }
    if (this.top + GAP > footTop) this.begin(continuedHead(this.context, this.head));
    this.placeAt(footTop, [foot]);
  }

  /** Places lines on pages of their own, after the foot. */
  addAppendix(lines: readonly Block[]): void {
    if (lines.length === 0) return;
    this.begin(continuedHead(this.context, this.head));
    for (const line of lines) {
      if (line.height > this.space()) this.begin(continuedHead(this.context, this.head));
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
const LOOSEST_FIRST = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1];

/** What sheets of one kind have in the places that all sheets have. */
export interface SheetParts<Context> {
  readonly head: SheetHead;
  /** The tables one under the other; those of one row stand side by side. */
  readonly tables: (context: Context) => readonly (readonly SheetTable[])[];
  /** What stands between the tables and the foot. */
  readonly notes: (context: Context) => readonly Block[];
  /** What follows on pages of its own. */
  readonly appendix?: (context: Context) => readonly Block[];
  /** The heading of whom to ask, where it is another than a plan's. */
  readonly asks?: string;
}

/**
 * Plans a sheet: the loosest setting that keeps its tables and foot on one page, else the ordinary one over
 * several pages. Only the space between rows gives way; sizes never do. How the figures came about follows on
 * pages of its own.
 */
export function planPages<Context extends SheetContext>(
  context: Context,
  parts: SheetParts<Context>,
): { readonly pages: SheetPages; readonly context: Context } {
  const planned = new Map<number, SheetPages>();
  const plan = (tight: number): SheetPages => {
    const pages = planned.get(tight) ?? drawnOn({ ...context, tight }, parts);
    planned.set(tight, pages);
    return pages;
  };
  // What takes three pages as it is takes more than one however tight it is set.
  const isLong = plan(0).pages.length > 2;
  const tight = isLong ? 0 : loosestOf((tried) => plan(tried).pages.length === 1);
  const settled = { ...context, tight };
  const pages = plan(tight);
  pages.addAppendix(parts.appendix?.(settled) ?? []);
  return { pages, context: settled };
}

/** The loosest setting that fits, found by halves: what fits loosely fits tightly, too; 0 where none does. */
function loosestOf(fits: (tight: number) => boolean): number {
  let [from, to] = [0, LOOSEST_FIRST.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(LOOSEST_FIRST[middle] ?? 0)) to = middle;
    else from = middle + 1;
  }
  return LOOSEST_FIRST[to] ?? 0;
}

/** Tables and foot, in the setting of the context. */
function drawnOn<Context extends SheetContext>(context: Context, parts: SheetParts<Context>): SheetPages {
  const pages = new SheetPages(context, parts.head);
  for (const beside of parts.tables(context)) pages.addTables(beside);
  const ending = [...parts.notes(context), ...basisLines(context), ...objectionLines(context)];
  pages.addEnding(ending, footBlock(context, parts.asks));
  return pages;
}
