import PDFDocument from 'pdfkit';
import { DomainError } from '../../domain/shared/domain-error';
import { breakLines } from './break-lines';
import { boxedCode } from './printable';
import { type Face, type FontFiles, type LoadedFont, loadFont, LOOK_UP_ORDER } from './font-files';
import { squeezeEms, type TextLine, type TextRun, type TextStyle } from './text-run';

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
 * An A4 sheet measured in millimetres from its upper left corner, written through pdfkit with embedded,
 * subset fonts.
 */
export class Paper {
  private readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly finished: Promise<Buffer>;
  private readonly fonts: ReadonlyMap<string, LoadedFont>;
  private readonly widths = new Map<string, number>();
  private readonly boxesRare: boolean;

  constructor(files: FontFiles, info: PaperInfo) {
    this.boxesRare = info.rare === 'boxed';
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
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
    this.fonts = new Map(
      Object.entries(files).map(([name, path]: [string, string]) => [name, loadFont(path)]),
    );
    for (const [name, { bytes }] of this.fonts) this.document.registerFont(name, bytes);
  }

  /** Starts a page; everything drawn from now on is on it. */
  addPage(): void {
    this.document.addPage();
  }

  /** Ends the sheet and gives its bytes. */
  async finish(): Promise<Buffer> {
    this.document.end();
    return this.finished;
  }

  /** The printed width of one line of runs, in mm. */
  width(runs: readonly TextRun[]): number {
    return this.pieces(runs).reduce((sum, piece) => sum + piece.advance, 0) / POINTS_PER_MM;
  }

  /**
   * Breaks runs into lines of at most `width` mm; see {@link breakLines}. Widths of the lines are in
   * points.
   */
  wrap(runs: readonly TextRun[], width: number, firstIndent = 0): TextLine[] {
    const room = { width: width * POINTS_PER_MM, firstIndent: firstIndent * POINTS_PER_MM };
    return breakLines(runs, room, (text, style) => this.measure(text, style));
  }

  /** Draws one line of runs. */
  text(runs: readonly TextRun[], place: TextPlace): void {
    const pieces = this.pieces(runs);
    const natural = pieces.reduce((sum, piece) => sum + piece.advance, 0);
    const gaps = [...pieces.map(({ text }) => text).join('')].length - 1;
    const wanted = place.stretchTo === undefined ? natural : place.stretchTo * POINTS_PER_MM;
    const spacing = gaps > 0 ? (wanted - natural) / gaps : 0;
    const shift = { left: 0, centre: natural / 2, right: natural }[place.align ?? 'left'];
    let x = place.x * POINTS_PER_MM - shift;
    for (const piece of pieces) {
      const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing } as const;
      if (piece.font === '') {
        this.box(piece, x, place.y * POINTS_PER_MM);
        x += piece.advance + spacing * [...piece.text].length;
        continue;
      }
      this.document.font(piece.font).fontSize(piece.size).fillColor(greyColour(piece.grey));
      this.document.text(piece.text, x, place.y * POINTS_PER_MM, options);
      x += piece.advance + spacing * [...piece.text].length;
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
    this.document.font('sansBold').fontSize(size).fillColor(greyColour(0.93));
    const spacing = size * 0.4;
    const textWidth = this.document.widthOfString(text, { characterSpacing: spacing });
    this.document.text(text, (width - textWidth) / 2, height / 2 + size * 0.36, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: spacing,
    });
    this.document.restore();
  }

  /**
   * The runs cut where the font changes for a rare character or where two full-width marks are set closer.
   */
  private pieces(runs: readonly TextRun[]): Piece[] {
    const pieces: Piece[] = [];
    let before = '';
    for (const each of runs) {
      let piece: Piece | undefined;
      for (const text of each.text) {
        const font = this.fontFor(text, each.face);
        const squeeze = squeezeEms(before, text) * each.size;
        const last = pieces.at(-1);
        if (squeeze > 0 && last !== undefined) last.advance -= squeeze;
        if (piece === undefined || piece.font !== font || squeeze > 0 || font === '') {
          piece = { font, text, size: each.size, grey: each.grey, advance: 0 };
          pieces.push(piece);
        } else piece.text += text;
        before = text;
      }
    }
    for (const piece of pieces) piece.advance += this.naturalWidth(piece.text, piece.font, piece.size);
    return pieces;
  }

  /** A box of one character's width on the base line, with the code of what should stand there. */
  private box({ text, size, grey }: Piece, x: number, y: number): void {
    const rows = boxedCode(text);
    if (rows === undefined) return;
    const [top, side] = [y - size * 0.84, size * 0.92];
    this.document.lineWidth(0.4).strokeColor(greyColour(grey));
    this.document.rect(x + size * 0.04, top, side, side).stroke();
    this.document
      .font('sans')
      .fontSize(size * 0.4)
      .fillColor(greyColour(grey));
    rows.forEach((row, place) => {
      const left = x + (size - this.document.widthOfString(row)) / 2;
      const options = { lineBreak: false, baseline: 'alphabetic' } as const;
      this.document.text(row, left, top + side * (0.44 + place * 0.44), options);
    });
  }

  private measure(text: string, style: TextStyle): number {
    return this.width([{ ...style, text }]) * POINTS_PER_MM;
  }

  private naturalWidth(text: string, font: string, size: number): number {
    if (font === '') return boxedCode(text) === undefined ? 0 : size;
    const key = `${font} ${text}`;
    const known = this.widths.get(key) ?? this.document.font(font).fontSize(1000).widthOfString(text);
    this.widths.set(key, known);
    return (known * size) / 1000;
  }

  /** The font of a character; none where it is printed as a box. */
  private fontFor(character: string, face: Face): string {
    const codePoint = character.codePointAt(0) ?? 0;
    const font = [face, ...LOOK_UP_ORDER].find((name) => this.fonts.get(name)?.covers(codePoint));
    if (font === undefined && this.boxesRare) return '';
    if (font === undefined) throw new DomainError('pdf.characterWithoutGlyph', { character });
    return font;
  }
}

interface Piece {
  /** Empty where no font has its one character: a box stands there. */
  readonly font: string;
  readonly size: number;
  readonly grey: number | undefined;
  text: string;
  /** From the start of this piece to the start of the next, in points. */
  advance: number;
}

function greyColour(grey = 0): string {
  const level = Math.round(grey * 255)
    .toString(16)
    .padStart(2, '0');
  return `#${level}${level}${level}`;
}
