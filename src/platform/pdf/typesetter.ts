import { DomainError } from '../../domain/shared/domain-error';
import { EmbeddedFont } from './embedded-font';
import { type Face, type FontFiles, loadFont, LOOK_UP_ORDER } from './font-files';
import { boxedCode } from './printable';
import { squeezeEms, type TextRun } from './text-run';

/** A stretch of text of one font, as it is set on a line. */
export interface Piece {
  /** None where no font has its one character: a box stands there. */
  readonly font: EmbeddedFont | undefined;
  readonly size: number;
  readonly grey: number | undefined;
  text: string;
  /** From the start of this piece to the start of the next, in points. */
  advance: number;
}

/** In which font a character is set, and how far the next one stands. */
interface Chosen {
  readonly font: EmbeddedFont | undefined;
  readonly advanceEms: number;
}

/** Chooses the font of each character of one document and tells how wide text is set. */
export class Typesetter {
  readonly fonts: ReadonlyMap<string, EmbeddedFont>;
  private readonly chosen = new Map<Face, Map<string, Chosen>>();

  /** @param boxesRare whether a box stands for a character that no font has; otherwise it is refused */
  constructor(
    files: FontFiles,
    private readonly boxesRare: boolean,
  ) {
    const named = Object.entries(files).map(([name, path]: [string, string]) => ({ name, path }));
    this.fonts = new Map(
      named.map(({ name, path }, place) => [name, new EmbeddedFont(loadFont(path), place)]),
    );
  }

  /**
   * The runs cut where the font changes for a rare character or where two full-width marks are set closer.
   * @throws DomainError `pdf.characterWithoutGlyph`
   */
  pieces(runs: readonly TextRun[]): Piece[] {
    const pieces: Piece[] = [];
    let before = '';
    for (const { text: whole, face, size, grey } of runs) {
      let piece: Piece | undefined;
      for (const text of whole) {
        const { font, advanceEms } = this.choose(text, face);
        const squeeze = squeezeEms(before, text) * size;
        const last = pieces.at(-1);
        if (squeeze > 0 && last !== undefined) last.advance -= squeeze;
        if (piece === undefined || piece.font !== font || squeeze > 0 || font === undefined) {
          piece = { font, text, size, grey, advance: 0 };
          pieces.push(piece);
        } else piece.text += text;
        piece.advance += advanceEms * size;
        before = text;
      }
    }
    return pieces;
  }

  /** The width of one line of runs, in points. @throws DomainError as {@link pieces} */
  widthOf(runs: readonly TextRun[]): number {
    let width = 0;
    let before = '';
    for (const { text: whole, face, size } of runs) {
      for (const text of whole) {
        width += (this.choose(text, face).advanceEms - squeezeEms(before, text)) * size;
        before = text;
      }
    }
    return width;
  }

  private choose(character: string, face: Face): Chosen {
    const known = this.chosen.get(face) ?? new Map<string, Chosen>();
    const chosen = known.get(character) ?? this.look(character, face);
    this.chosen.set(face, known.set(character, chosen));
    return chosen;
  }

  private look(character: string, face: Face): Chosen {
    const codePoint = character.codePointAt(0) ?? 0;
    for (const name of [face, ...LOOK_UP_ORDER]) {
      const font = this.fonts.get(name);
      const glyph = font?.font.glyphOf(codePoint);
      if (glyph !== undefined) return { font, advanceEms: glyph.advanceEms };
    }
    if (!this.boxesRare) throw new DomainError('pdf.characterWithoutGlyph', { character });
    return { font: undefined, advanceEms: boxedCode(character) === undefined ? 0 : 1 };
  }
}
