import PDFDocument from 'pdfkit';
import { breakLines } from './break-lines';
import type { EmbeddedFont } from './embedded-font';
import type { FontFiles } from './font-files';
import { boxedCode } from './printable';
import type { TextLine, TextRun } from './text-run';
import { type Piece, Typesetter } from './typesetter';

/** How text and fonts are written: another number where the same facts would give other bytes. */
export const PAPER_VERSION = 'paper/2';

const POINTS_PER_MM = 72 / 25.4;

/**
 * What a finished sheet says about itself. The time is the sheet's own, not the clock's: same facts, same
 * bytes.
 */
export interface PaperInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly createdAt: Date;
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
 * An A4 sheet measured in millimetres from its upper left corner. Its objects, pages and shapes are pdfkit's;
 * text is written here, glyph by glyph, for pdfkit lays out every stretch of it anew (half of its time), and
 * of each font goes in what is used.
 */
export class Paper {
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly finished: Promise<Buffer>;
  private readonly typesetter: Typesetter;
  /** A sheet is planned several times over before it is drawn; its lines stay the same. */
  private readonly wrapped = new Map<string, readonly TextLine[]>();
  private readonly objects = new Map<EmbeddedFont, PDFKit.PDFKitReference>();

  constructor(files: FontFiles, info: PaperInfo) {
    this.typesetter = new Typesetter(files, info.rare === 'boxed');
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      font: '',
      lang: 'zh-CN',
      displayTitle: true,
      pdfVersion: '1.7',
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        Creator: 'Village Ledger',
        CreationDate: info.createdAt,
      },
    });
    this.finished = new Promise((resolve, reject) => {
      this.document.on('data', (chunk: Buffer) => this.chunks.push(chunk));
      this.document.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.document.on('error', reject);
    });
  }

  /** Starts a page; everything drawn from now on is on it. */
  addPage(): void {
    this.document.addPage();
  }

  /** Ends the sheet and gives its bytes. */
  async finish(): Promise<Buffer> {
    for (const [font, object] of this.objects) font.write(this.document, object);
    this.document.end();
    return this.finished;
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
    const pieces = this.typesetter.pieces(runs);
    const natural = pieces.reduce((sum, piece) => sum + piece.advance, 0);
    const spacing =
      place.stretchTo === undefined ? 0 : spacingTo(place.stretchTo * POINTS_PER_MM - natural, pieces);
    const shift = { left: 0, centre: natural / 2, right: natural }[place.align ?? 'left'];
    let x = place.x * POINTS_PER_MM - shift;
    for (const piece of pieces) {
      const at = { x, y: place.y * POINTS_PER_MM };
      if (piece.font === undefined) this.box(piece, at);
      else this.show(piece.text, piece.font, { ...piece, ...at, spacing });
      x += piece.advance + (spacing === 0 ? 0 : spacing * [...piece.text].length);
    }
  }

  /** A horizontal rule from `x` to `x + width` mm at height `y`, `weight` points thick. */
  rule(
    x: number,
    y: number,
    line: { readonly width: number; readonly weight: number; readonly grey?: number },
  ): void {
    const at = y * POINTS_PER_MM;
    this.document
      .lineWidth(line.weight)
      .strokeColor(greyColour(line.grey))
      .moveTo(x * POINTS_PER_MM, at)
      .lineTo((x + line.width) * POINTS_PER_MM, at)
      .stroke();
  }

  /** An upright rule from `y` to `y + height` mm at `x`, `weight` points thick. */
  upright(x: number, y: number, line: { readonly height: number; readonly weight: number }): void {
    const at = x * POINTS_PER_MM;
    this.document
      .lineWidth(line.weight)
      .strokeColor(greyColour())
      .moveTo(at, y * POINTS_PER_MM)
      .lineTo(at, (y + line.height) * POINTS_PER_MM)
      .stroke();
  }

  /** An empty rectangle, in mm, with a line of `weight` points. */
  frame(
    x: number,
    y: number,
    box: { readonly width: number; readonly height: number; readonly weight: number },
  ): void {
    const [left, top, width, height] = [x, y, box.width, box.height].map((mm) => mm * POINTS_PER_MM);
    this.document.lineWidth(box.weight).strokeColor(greyColour());
    this.document.rect(left ?? 0, top ?? 0, width ?? 0, height ?? 0).stroke();
  }

  /** A light tint (7 % grey) behind what is drawn on it later, in mm; it leaves black text black. */
  tint(x: number, y: number, box: { readonly width: number; readonly height: number }): void {
    const [left, top, width, height] = [x, y, box.width, box.height].map((mm) => mm * POINTS_PER_MM);
    this.document.rect(left ?? 0, top ?? 0, width ?? 0, height ?? 0).fill(greyColour(0.93));
  }

  /** A dashed circle around a middle, in mm, in a grey that a red seal covers. */
  dashedCircle(x: number, y: number, radius: number): void {
    this.document.lineWidth(0.5).strokeColor(greyColour(0.45)).dash(1.8, { space: 1.6 });
    this.document
      .circle(x * POINTS_PER_MM, y * POINTS_PER_MM, radius * POINTS_PER_MM)
      .stroke()
      .undash();
  }

  /** Black squares of `side` mm at the given places (mm), filled as one shape without seams. */
  squares(
    places: readonly { readonly x: number; readonly y: number; readonly width: number }[],
    side: number,
  ): void {
    for (const { x, y, width } of places) {
      this.document.rect(x * POINTS_PER_MM, y * POINTS_PER_MM, width * POINTS_PER_MM, side * POINTS_PER_MM);
    }
    this.document.fill(greyColour());
  }

  /**
   * One word across the page in a light tint (7 % grey), to be drawn before the text that must stay
   * legible.
   * @param middle where its middle stands, in mm from the upper edge; that of the page where nothing is said
   */
  watermark(text: string, size: number, middle?: number): void {
    const { width, height: pageHeight } = this.document.page;
    const height = middle === undefined ? pageHeight : middle * 2 * POINTS_PER_MM;
    const slant = middle === undefined ? -52 : -28;
    this.document.save().rotate(slant, { origin: [width / 2, height / 2] });
    const runs = [{ text, face: 'sansBold', size, grey: 0.93 }] as const;
    const spacing = size * 0.4;
    const textWidth = this.typesetter.widthOf(runs) + spacing * [...text].length;
    this.text(runs, {
      x: (width - textWidth) / 2 / POINTS_PER_MM,
      y: (height / 2 + size * 0.36) / POINTS_PER_MM,
      stretchTo: (textWidth - spacing) / POINTS_PER_MM,
    });
    this.document.restore();
  }

  /** A box of one character's width on the base line, with the code of what should stand there. */
  private box({ text, size, grey }: Piece, { x, y }: { readonly x: number; readonly y: number }): void {
    const rows = boxedCode(text);
    if (rows === undefined) return;
    const [top, side] = [y - size * 0.84, size * 0.92];
    this.document.lineWidth(0.4).strokeColor(greyColour(grey));
    this.document.rect(x + size * 0.04, top, side, side).stroke();
    rows.forEach((row, place) => {
      const runs = [
        { text: row, face: 'sans', size: size * 0.4, ...(grey === undefined ? {} : { grey }) },
      ] as const;
      const baseline = top + side * (0.44 + place * 0.44);
      const middle = { x: (x + size / 2) / POINTS_PER_MM, y: baseline / POINTS_PER_MM };
      this.text(runs, { ...middle, align: 'centre' });
    });
  }

  /** Shows a text whose characters are all of one font, its base line beginning at a place in points. */
  private show(text: string, font: EmbeddedFont, set: SetAt): void {
    const object = this.objects.get(font) ?? this.document.ref({});
    this.objects.set(font, object);
    Object.assign(this.document.page.fonts, { [font.resourceName]: object });
    const [x, y, spacing] = [set.x, set.y, set.spacing].map(short);
    const face = `/${font.resourceName} ${short(set.size)} Tf ${spacing ?? '0'} Tc`;
    // Pages are measured from above, letters from below: each line is turned over.
    const place = `1 0 0 -1 ${x ?? '0'} ${y ?? '0'} Tm`;
    this.document.addContent(`${short(set.grey ?? 0)} g BT ${face} ${place} <${font.encode(text)}> Tj ET`);
  }
}

/** What opens between two characters where so many points are left on their line. */
function spacingTo(left: number, pieces: readonly Piece[]): number {
  const gaps = pieces.reduce((sum, { text }) => sum + [...text].length, 0) - 1;
  return gaps > 0 ? left / gaps : 0;
}

/** How and where a text is set: points, from the upper left corner. */
interface SetAt {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly grey: number | undefined;
  /** Between two characters. */
  readonly spacing: number;
}

function styledText({ text, face, size, grey = 0 }: TextRun): string {
  return `${face} ${String(size)} ${String(grey)} ${text}`;
}

/** A number as short as it can be drawn: a hundredth of a point is finer than any printer. */
function short(number: number): string {
  return String(Math.round(number * 100) / 100);
}

function greyColour(grey = 0): string {
  const level = Math.round(grey * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${level}${level}${level}`;
}
