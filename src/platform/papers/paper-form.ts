import type { FontFiles } from '../pdf/font-files';
import { Paper } from '../pdf/paper';
import type { TextLine, TextStyle } from '../pdf/text-run';
import { run } from '../pdf/text-run';
import type { PaperColumn } from './paper-template';

/** A cell of a table: words, or an amount that stands right. */
export interface FormCell {
  readonly text: string;
  readonly isAmount?: boolean;
}

/** A row of a table; a total stands out below a heavier line. */
export interface FormRow {
  readonly cells: Readonly<Record<string, FormCell | undefined>>;
  readonly isTotal?: boolean;
}

/** A part of a paper: a heading, a sentence, a fact with its label, or a table. */
export type FormPart =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string; readonly isStrong?: boolean }
  | { readonly kind: 'fact'; readonly label: string; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly PaperColumn[]; readonly rows: readonly FormRow[] };

/** A paper of the office about one matter, as it is drawn. */
export interface FormPaper {
  readonly title: string;
  /** Above what it is about: whose it is on the left, its number or day on the right. */
  readonly left: string;
  readonly right: string;
  readonly parts: readonly FormPart[];
  readonly signatures: readonly string[];
  /** Below the signatures, small. */
  readonly footnotes: readonly string[];
}

/** What every paper of a file is drawn with. */
export interface FormOptions {
  readonly title: string;
  readonly author: string;
  readonly fonts: FontFiles;
  readonly drawnAt: Date;
  /** The word across each page of a demo county. */
  readonly specimen?: string | undefined;
  /** How a page says which one it is of how many of its paper. */
  readonly pageText: (page: number, pages: number) => string;
}

/** How wide a table of such a paper may be, in mm. */
export const FORM_WIDTH = 170;

const LEFT = 22;
const RIGHT = LEFT + FORM_WIDTH;
const TOP = 40;
const FOOT = 282;
const PITCH = 5.8;
const STRONG_PITCH = 9;
/** Above a table. */
const TABLE_AIR = 1.5;
const PADDING = 1.4;
const ROW_AIR = 3;
const SIGN_PITCH = 14;
const NOTE_PITCH = 4.4;
const SPECIMEN_SIZE = 190;
const LABEL_WIDTH = 34;

const STYLES = {
  title: { face: 'serifBold', size: 22 },
  small: { face: 'sans', size: 12 },
  heading: { face: 'sansBold', size: 13 },
  text: { face: 'sans', size: 12 },
  strong: { face: 'sansBold', size: 20 },
  head: { face: 'sansBold', size: 12 },
  cell: { face: 'sans', size: 12 },
  total: { face: 'sansBold', size: 12 },
  note: { face: 'sans', size: 10 },
} as const satisfies Record<string, TextStyle>;

/** What is drawn as one piece, never parted by the end of a page. */
interface Block {
  readonly height: number;
  readonly draw: (top: number) => void;
  /** Stands above the first row of each later page: the head of its table. */
  readonly head?: Block;
  /** Never the last of its page. */
  readonly leads?: boolean;
}

/**
 * Draws papers, each from a page of its own: title, facts, tables whose head stands on every page and whose
 * rows are never parted, who signs, what has to be said below. A character that no font has is a box.
 */
export async function renderForms(papers: readonly FormPaper[], options: FormOptions): Promise<Buffer> {
  const { title, author, fonts, drawnAt: createdAt } = options;
  const paper = new Paper(fonts, { title, author, subject: title, createdAt, rare: 'boxed' });
  for (const form of papers) drawForm(paper, form, options);
  return paper.finish();
}

function drawForm(paper: Paper, form: FormPaper, options: FormOptions): void {
  const blocks = form.parts.flatMap((part) => blocksOf(paper, part));
  // Nobody signs a page on which nothing stands: the last row goes with those who sign it.
  const last = blocks.splice(-1).map((block) => ({ ...block, leads: true }));
  const pages = pagesOf([...blocks, ...last, endBlock(paper, form)]);
  pages.forEach((own, index) => {
    paper.addPage();
    if (options.specimen !== undefined) paper.watermark(options.specimen, SPECIMEN_SIZE);
    const middle = (LEFT + RIGHT) / 2;
    paper.text([run(form.title, STYLES.title)], { x: middle, y: 24, align: 'centre' });
    paper.text([run(form.left, STYLES.small)], { x: LEFT, y: 34 });
    paper.text([run(form.right, STYLES.small)], { x: RIGHT, y: 34, align: 'right' });
    const page = options.pageText(index + 1, pages.length);
    paper.text([run(page, STYLES.small)], { x: middle, y: 289, align: 'centre' });
    let top = TOP;
    for (const { height, draw } of own) {
      draw(top);
      top += height;
    }
  });
}

/** The blocks of each page. What leads goes with what it leads; a table that goes on has its head again. */
function pagesOf(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [[]];
  let top = TOP;
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    const needed = block.height + (block.leads === true ? (next?.height ?? 0) : 0);
    if (top + needed > FOOT && pages.at(-1)?.length !== 0) {
      pages.push(block.head === undefined ? [] : [block.head]);
      top = TOP + (block.head?.height ?? 0);
    }
    pages.at(-1)?.push(block);
    top += block.height;
  });
  return pages;
}

function blocksOf(paper: Paper, part: FormPart): Block[] {
  if (part.kind === 'heading') {
    const draw = (top: number): void => paper.text([run(part.text, STYLES.heading)], { x: LEFT, y: top + 8 });
    return [{ height: 11, draw, leads: true }];
  }
  if (part.kind === 'line') {
    const isStrong = part.isStrong === true;
    const lines = paper.wrap([run(part.text, isStrong ? STYLES.strong : STYLES.text)], FORM_WIDTH);
    return [textBlock(paper, lines, { x: LEFT, pitch: isStrong ? STRONG_PITCH : PITCH })];
  }
  if (part.kind === 'fact') return [factBlock(paper, part)];
  const head = headBlock(paper, part);
  return [head, ...part.rows.map((row) => ({ ...rowBlock(paper, part.columns, row), head }))];
}

function textBlock(
  paper: Paper,
  lines: readonly TextLine[],
  { x, pitch }: { readonly x: number; readonly pitch: number },
): Block {
  return {
    height: lines.length * pitch + 1.6,
    draw: (top) => lines.forEach(({ runs }, at) => paper.text(runs, { x, y: top + pitch - 1 + at * pitch })),
  };
}

function factBlock(paper: Paper, fact: { readonly label: string; readonly text: string }): Block {
  const lines = paper.wrap([run(fact.text, STYLES.text)], FORM_WIDTH - LABEL_WIDTH);
  const own = textBlock(paper, lines, { x: LEFT + LABEL_WIDTH, pitch: PITCH });
  const names = paper.wrap([run(fact.label, STYLES.head)], LABEL_WIDTH - PADDING);
  const label = textBlock(paper, names, { x: LEFT, pitch: PITCH });
  const height = Math.max(own.height, label.height);
  return {
    height: height + 1.2,
    draw: (top) => {
      label.draw(top);
      own.draw(top);
      paper.rule(LEFT, top + height, { width: FORM_WIDTH, weight: 0.35, grey: 0.6 });
    },
  };
}

/** The heads of a table's columns, each as its cells stand: over amounts on the right. */
function headBlock(paper: Paper, { columns, rows }: Extract<FormPart, { kind: 'table' }>): Block {
  const height = TABLE_AIR + PITCH + ROW_AIR;
  return {
    height,
    leads: true,
    draw: (over) => {
      const top = over + TABLE_AIR;
      paper.rule(LEFT, top, { width: FORM_WIDTH, weight: 0.9 });
      let x = LEFT;
      for (const { field, heading, width } of columns) {
        const head = [run(heading, STYLES.head)];
        const isAmount = rows.some(({ cells }) => cells[field]?.isAmount === true);
        if (isAmount) paper.text(head, { x: x + width - PADDING, y: top + 5.4, align: 'right' });
        else paper.text(head, { x: x + PADDING, y: top + 5.4 });
        x += width;
      }
      paper.rule(LEFT, over + height, { width: FORM_WIDTH, weight: 0.9 });
    },
  };
}

function rowBlock(paper: Paper, columns: readonly PaperColumn[], row: FormRow): Block {
  const style = row.isTotal === true ? STYLES.total : STYLES.cell;
  const set = columns.map(({ field, width }) => {
    const { text = '', isAmount = false } = row.cells[field] ?? {};
    if (text === '') return { lines: [], isAmount };
    const lines = isAmount ? oneLine(paper, text, { style, room: width - 2 * PADDING }) : undefined;
    return { lines: lines ?? paper.wrap([run(text, style)], width - 2 * PADDING), isAmount };
  });
  const height = Math.max(1, ...set.map(({ lines }) => lines.length)) * PITCH + ROW_AIR;
  return {
    height,
    draw: (top) => {
      if (row.isTotal === true) paper.rule(LEFT, top, { width: FORM_WIDTH, weight: 0.9 });
      let x = LEFT;
      columns.forEach(({ width }, index) => {
        const { lines = [], isAmount = false } = set[index] ?? {};
        lines.forEach(({ runs }, at) => {
          const y = top + 5.4 + at * PITCH;
          if (isAmount) paper.text(runs, { x: x + width - PADDING, y, align: 'right' });
          else paper.text(runs, { x: x + PADDING, y });
        });
        x += width;
      });
      paper.rule(LEFT, top + height, { width: FORM_WIDTH, weight: 0.35, grey: 0.55 });
    },
  };
}

/** An amount is never broken: one that is too wide is set smaller. */
function oneLine(
  paper: Paper,
  text: string,
  { style, room }: { readonly style: TextStyle; readonly room: number },
): TextLine[] {
  const width = paper.width([run(text, style)]);
  const size = width <= room ? style.size : (style.size * room) / width;
  return [{ runs: [run(text, { ...style, size })], width, last: true }];
}

/** Who signs, two beside each other with room for the hand, and below what has to be said. */
function endBlock(paper: Paper, { signatures, footnotes }: FormPaper): Block {
  const notes = footnotes.flatMap((note) => paper.wrap([run(note, STYLES.note)], FORM_WIDTH));
  const rows = Math.ceil(signatures.length / 2);
  const half = FORM_WIDTH / 2;
  return {
    height: rows * SIGN_PITCH + 6 + notes.length * NOTE_PITCH,
    draw: (top) => {
      signatures.forEach((who, place) => {
        const x = LEFT + (place % 2) * half;
        const y = top + 10 + Math.floor(place / 2) * SIGN_PITCH;
        const label = [run(who, STYLES.text)];
        const after = paper.width(label) + 2;
        paper.text(label, { x, y });
        paper.rule(x + after, y + 1, { width: Math.max(20, half - after - 6), weight: 0.5 });
      });
      const below = top + 6 + rows * SIGN_PITCH;
      notes.forEach(({ runs }, at) => paper.text(runs, { x: LEFT, y: below + at * NOTE_PITCH }));
    },
  };
}
