import { type PdfFile, reference } from './pdf-file';
import type { TrueTypeFont } from './true-type-font';

/** So many characters stand in one list of a `ToUnicode` table at most (PDF 1.7, 9.10.3). */
const LISTED_TOGETHER = 100;

/** A font of one document: the glyphs it uses, numbered in the order of their first use. */
export class EmbeddedFont {
  private readonly numbers = new Map<number, string>();
  private readonly glyphs: number[] = [0];
  private readonly advances: number[] = [];
  private readonly says: [number: string, codePoint: number][] = [];

  /** @param place which font of the document it is, from 0: it makes the names of its parts unlike */
  constructor(
    readonly font: TrueTypeFont,
    private readonly place: number,
  ) {}

  get resourceName(): string {
    return `F${String(this.place + 1)}`;
  }

  /** The numbers of a text's glyphs, four hexadecimal digits each. The font has every character of it. */
  encode(text: string): string {
    let encoded = '';
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      encoded += this.numbers.get(codePoint) ?? this.take(codePoint);
    }
    return encoded;
  }

  private take(codePoint: number): string {
    const glyph = this.font.glyphOf(codePoint);
    const number = hex(this.glyphs.length);
    this.glyphs.push(glyph?.id ?? 0);
    this.advances.push(Math.round((glyph?.advanceEms ?? 0) * 1000));
    this.numbers.set(codePoint, number);
    this.says.push([number, codePoint]);
    return number;
  }

  /** Writes what was used of it. @returns its number */
  write(file: PdfFile): number {
    const { name: plainName, ascent, descent, capHeight, box } = this.font.metrics;
    // Six letters before the name say that it is a part of the font.
    const name = `${String.fromCharCode(65 + this.place).repeat(6)}+${plainName}`;
    const outlines = file.data('', this.font.part(this.glyphs));
    const descriptor = file.tell(
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box.join(' ')}]/ItalicAngle 0/StemV 0` +
        `/Ascent ${String(ascent)}/Descent ${String(descent)}/CapHeight ${String(capHeight)}` +
        `/FontFile2 ${reference(outlines)}>>`,
    );
    const glyphs = file.tell(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDToGIDMap/Identity` +
        '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
        `/FontDescriptor ${reference(descriptor)}/DW 1000/W[${widthsOf(this.advances)}]>>`,
    );
    const words = file.data('', Buffer.from(toUnicode(this.says), 'latin1'));
    return file.tell(
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H` +
        `/DescendantFonts[${reference(glyphs)}]/ToUnicode ${reference(words)}>>`,
    );
  }
}

/** The widths that are not one em, in runs of neighbours: the first glyph's number, then theirs. */
function widthsOf(advances: readonly number[]): string {
  const runs: string[] = [];
  advances.forEach((advance, index) => {
    if (advance === 1000) return;
    const goesOn = index > 0 && advances[index - 1] !== 1000;
    runs.push(
      goesOn
        ? ` ${String(advance)}`
        : `${runs.length === 0 ? '' : ']'}${String(index + 1)}[${String(advance)}`,
    );
  });
  return runs.length === 0 ? '' : `${runs.join('')}]`;
}

/** Which characters the glyphs stand for, so that a reader can search and copy the text. */
function toUnicode(says: readonly (readonly [number: string, codePoint: number])[]): string {
  const lists: string[] = [];
  for (let from = 0; from < says.length; from += LISTED_TOGETHER) {
    const listed = says.slice(from, from + LISTED_TOGETHER);
    const rows = listed.map(([number, codePoint]) => `<${number}> <${utf16(codePoint)}>`);
    lists.push(`${String(listed.length)} beginbfchar`, ...rows, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...lists,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}

function utf16(codePoint: number): string {
  return [...Array(codePoint > 0xffff ? 2 : 1).keys()]
    .map((place) => hex(String.fromCodePoint(codePoint).charCodeAt(place)))
    .join('');
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}
