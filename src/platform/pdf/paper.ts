import { invariant } from '../../domain/shared/invariant';
import { breakLines } from './break-lines';
import type { FontFiles } from './font-files';
import { HEIGHT, PageContent, short, WIDTH } from './page-content';
import { boxedCode } from './printable';
import { type Tag, TagTree } from './tag-tree';
import type { TextLine, TextRun } from './text-run';
import { type Piece, Typesetter } from './typesetter';
import { type WrittenInfo, writePaper } from './write-paper';

/** How text and fonts are written: another number where the same facts would give other bytes. */
export const PAPER_VERSION = 'paper/3';

const POINTS_PER_MM = 72 / 25.4;

/** What a finished sheet says about itself, and how it is drawn. */
export interface PaperInfo extends WrittenInfo {
  /**
   * What becomes of a character that no font has: the sheet is refused, or a box with its code stands in its
   * place. Books are printed whatever was booked; what is published is refused before it hangs.
   */
  readonly rare?: 'refused' | 'boxed';
}

/**
 * Where a line of text is put: `x` is its left edge, middle or right edge as `align` says; `y` is the
 * baseline. In mm.
 */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly align?: 'left' | 'centre' | 'right';
  /** Stretches the line to this width in mm by opening the gaps between characters. */
  readonly stretchTo?: number;
}

/**
 * An A4 sheet measured in millimetres from its upper left corner. It is written here, glyph by glyph and
 * object by object: a library lays out every stretch of text anew, and packs nothing of what is told beside
 * the pages. Of each font goes in what is used. What is drawn says of itself what it is ({@link tagged});
 * rules, frames and tints are no part of what is read.
 */
export class Paper {
  private readonly typesetter: Typesetter;
  /** A sheet is planned several times over before it is drawn; its lines stay the same. */
  private readonly wrapped = new Map<string, readonly TextLine[]>();
  private readonly pages: PageContent[] = [];
  private readonly tags = new TagTree();
  private tag: Tag | 'artifact' | undefined;

  constructor(
    files: FontFiles,
    private readonly info: PaperInfo,
  ) {
    this.typesetter = new Typesetter(files, info.rare === 'boxed');
  }

  /** Starts a page; everything drawn from now on is on it. */
  addPage(): void {
    this.pages.push(new PageContent());
  }

  /**
   * Draws a part of the sheet as what it is; a part that is named again goes on. What is drawn outside of
   * any is a paragraph line by line, and in a row of a table cell by cell.
   */
  tagged(tag: Tag, draw: () => void): void {
    if (this.tag === 'artifact') {
      draw();
      return;
    }
    const held = this.tag?.type === 'TR' ? { ...tag, of: this.tag } : tag;
    if (tag.type === 'TD' || tag.type === 'TH') this.tags.take(held);
    this.drawnAs(held, draw);
  }

  /** Draws what is no part of what is read: what every page repeats. */
  furniture(draw: () => void): void {
    this.drawnAs('artifact', draw);
  }

  /** Ends the sheet and gives its bytes. */
  finish(): Promise<Buffer> {
    const { pages, tags, info, typesetter } = this;
    return Promise.resolve(writePaper({ pages, tags, info, fonts: [...typesetter.fonts.values()] }));
  }

  /** The printed width of one line of runs, in mm. */
  width(runs: readonly TextRun[]): number {
    return this.typesetter.widthOf(runs) / POINTS_PER_MM;
  }

  /**
   * Breaks runs into lines of at most `width` mm; see {@link breakLines}. Widths of the lines are in
   * points.
   */
  wrap(runs: readonly TextRun[], width: number, firstIndent = 0): readonly TextLine[] {
    const key = [width, firstIndent, ...runs.map(styledText)].join('\n');
    const known = this.wrapped.get(key) ?? this.breakRuns(runs, width, firstIndent);
    this.wrapped.set(key, known);
    return known;
  }

  private breakRuns(runs: readonly TextRun[], width: number, firstIndent: number): readonly TextLine[] {
    const room = { width: width * POINTS_PER_MM, firstIndent: firstIndent * POINTS_PER_MM };
    return breakLines(runs, room, (text, style) => this.typesetter.widthOf([{ ...style, text }]));
  }

  /** Draws one line of runs. */
  text(runs: readonly TextRun[], place: TextPlace): void {
    const at = { x: place.x * POINTS_PER_MM, y: HEIGHT - place.y * POINTS_PER_MM };
    const pieces = this.typesetter.pieces(runs);
    if (pieces.length === 0) return;
    this.begin(at.y + (pieces[0]?.size ?? 0));
    const natural = pieces.reduce((sum, piece) => sum + piece.advance, 0);
    const spacing =
      place.stretchTo === undefined ? 0 : spacingTo(place.stretchTo * POINTS_PER_MM - natural, pieces);
    const shift = { left: 0, centre: natural / 2, right: natural }[place.align ?? 'left'];
    this.set(pieces, { x: at.x - shift, y: at.y, spacing });
  }

  /** A horizontal rule from `x` to `x + width` mm at height `y`, `weight` points thick. */
  rule(
    x: number,
    y: number,
    line: { readonly width: number; readonly weight: number; readonly grey?: number },
  ): void {
    const [from, to, at] = [leftOf(x), leftOf(x + line.width), upOf(y)];
    this.stroke(`${from} ${at} m ${to} ${at} l`, line.weight, line.grey);
  }

  /** An upright rule from `y` to `y + height` mm at `x`, `weight` points thick. */
  upright(x: number, y: number, line: { readonly height: number; readonly weight: number }): void {
    this.stroke(`${leftOf(x)} ${upOf(y)} m ${leftOf(x)} ${upOf(y + line.height)} l`, line.weight);
  }

  /** An empty rectangle, in mm, with a line of `weight` points. */
  frame(
    x: number,
    y: number,
    box: { readonly width: number; readonly height: number; readonly weight: number },
  ): void {
    this.stroke(rectangle(x, y, box), box.weight);
  }

  /** A light tint (7 % grey) behind what is drawn on it later, in mm; it leaves black text black. */
  tint(x: number, y: number, box: { readonly width: number; readonly height: number }): void {
    this.page.within('artifact');
    this.page.fill(rectangle(x, y, box), 0.93);
  }

  /** A dashed circle around a middle, in mm, in a grey that a red seal covers. */
  dashedCircle(x: number, y: number, radius: number): void {
    const [half, bend] = [radius, radius * ROUND];
    const at = (right: number, down: number): string => `${leftOf(x + right)} ${upOf(y + down)}`;
    const quarters = [
      [at(half, bend), at(bend, half), at(0, half)],
      [at(-bend, half), at(-half, bend), at(-half, 0)],
      [at(-half, -bend), at(-bend, -half), at(0, -half)],
      [at(bend, -half), at(half, -bend), at(half, 0)],
    ].map((points) => `${points.join(' ')} c`);
    this.page.within('artifact');
    this.page.stroke(`[1.8 1.6] 0 d ${at(half, 0)} m ${quarters.join(' ')}`, { weight: 0.5, grey: 0.45 });
    this.page.solid();
  }

  /** Black squares of `side` mm at the given places (mm), filled as one shape without seams. */
  squares(
    places: readonly { readonly x: number; readonly y: number; readonly width: number }[],
    side: number,
  ): void {
    this.begin(HEIGHT - (places[0]?.y ?? 0) * POINTS_PER_MM);
    const path = places.map(({ x, y, width }) => rectangle(x, y, { width, height: side }));
    this.page.fill(path.join('\n'), 0);
  }

  /**
   * One word across the page in a light tint (7 % grey), to be drawn before the text that must stay
   * legible.
   * @param middle where its middle stands, in mm from the upper edge; that of the page where nothing is said
   */
  watermark(text: string, size: number, middle?: number): void {
    const up = middle === undefined ? HEIGHT / 2 : HEIGHT - middle * POINTS_PER_MM;
    const runs = [{ text, face: 'sansBold', size, grey: 0.93 }] as const;
    const spacing = size * 0.4;
    const textWidth = this.typesetter.widthOf(runs) + spacing * [...text].length;
    const at = { x: -textWidth / 2, y: -size * 0.36, spacing };
    this.page.within('artifact');
    this.page.turned(middle === undefined ? 52 : 28, [WIDTH / 2, up], () => {
      this.set(this.typesetter.pieces(runs), at);
    });
  }

  private get page(): PageContent {
    const page = this.pages.at(-1);
    invariant(page !== undefined, 'a paper has a page before anything is drawn');
    return page;
  }

  private drawnAs(tag: Tag | 'artifact', draw: () => void): void {
    const before = this.tag;
    this.tag = tag;
    draw();
    this.tag = before;
  }

  /** Begins to draw what is read, or goes on with its part. */
  private begin(top: number): void {
    if (this.tag === 'artifact') {
      this.page.within('artifact');
      return;
    }
    const [leaf, place] = [this.tags.leafOf(this.tag), this.pages.length - 1];
    if (!this.tags.isOf(leaf, place, this.page.mark)) this.page.within(this.tags.mark(leaf, place, top));
  }

  private stroke(path: string, weight: number, grey = 0): void {
    this.page.within('artifact');
    this.page.stroke(path, { weight, grey });
  }

  private set(
    pieces: readonly Piece[],
    { x: from, y, spacing }: { readonly x: number; readonly y: number; readonly spacing: number },
  ): void {
    let x = from;
    for (const piece of pieces) {
      const { font, text } = piece;
      if (font === undefined) this.box(piece, { x, y });
      else this.page.text(font.encode(text), font.resourceName, { ...piece, x, y, spacing });
      x += piece.advance + (spacing === 0 ? 0 : spacing * [...text].length);
    }
  }

  /** A box of one character's width on the base line, with the code of what should stand there. */
  private box({ text, size, grey = 0 }: Piece, { x, y }: { readonly x: number; readonly y: number }): void {
    const rows = boxedCode(text);
    if (rows === undefined) return;
    const [top, side] = [y + size * 0.84, size * 0.92];
    const corner = `${short(x + size * 0.04)} ${short(top - side)}`;
    this.page.stroke(`${corner} ${short(side)} ${short(side)} re`, { weight: 0.4, grey });
    rows.forEach((row, place) => {
      const pieces = this.typesetter.pieces([{ text: row, face: 'sans', size: size * 0.4, grey }]);
      const width = pieces.reduce((sum, piece) => sum + piece.advance, 0);
      const baseline = top - side * (0.44 + place * 0.44);
      this.set(pieces, { x: x + size / 2 - width / 2, y: baseline, spacing: 0 });
    });
  }
}

/** How far the handles of a quarter of a circle stand from its ends, of its radius. */
const ROUND = 0.5523;

function leftOf(x: number): string {
  return short(x * POINTS_PER_MM);
}

function upOf(y: number): string {
  return short(HEIGHT - y * POINTS_PER_MM);
}

function rectangle(
  x: number,
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  return `${leftOf(x)} ${upOf(y + height)} ${leftOf(width)} ${leftOf(height)} re`;
}

/** What opens between two characters where so many points are left on their line. */
function spacingTo(left: number, pieces: readonly Piece[]): number {
  const gaps = pieces.reduce((sum, { text }) => sum + [...text].length, 0) - 1;
  return gaps > 0 ? left / gaps : 0;
}

function styledText({ text, face, size, grey = 0 }: TextRun): string {
  return `${face} ${String(size)} ${String(grey)} ${text}`;
}
