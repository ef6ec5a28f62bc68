import { EmbeddedFont } from '../../src/platform/pdf/embedded-font';
import { loadFont, notoFontFiles } from '../../src/platform/pdf/font-files';
import { TrueTypeFont } from '../../src/platform/pdf/true-type-font';

const SANS = loadFont(notoFontFiles().sans);

/** The bytes of a table in a font file. */
function tableOf(file: Buffer, tag: string): Buffer {
  for (let index = 0; index < file.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    if (file.toString('latin1', record, record + 4) !== tag) continue;
    const from = file.readUInt32BE(record + 8);
    return file.subarray(from, from + file.readUInt32BE(record + 12));
  }
  throw new Error(`no ${tag}`);
}

/** The outline of a glyph in a font file whose places are long. */
function outlineOf(file: Buffer, place: number): Buffer {
  const loca = tableOf(file, 'loca');
  return tableOf(file, 'glyf').subarray(loca.readUInt32BE(place * 4), loca.readUInt32BE(place * 4 + 4));
}

describe('a TrueType font', () => {
  it.each([
    ['a Chinese character is one em wide', '村', 1],
    ['a full-width mark is one em wide', '，', 1],
    ['a digit is narrower', '0', 0.555],
  ])('says how wide a character is: %s', (_, character, ems) => {
    expect(SANS.glyphOf(character.codePointAt(0) ?? 0)?.advanceEms).toBeCloseTo(ems, 3);
  });

  it('has no glyph for a character that it does not draw', () => {
    expect(SANS.glyphOf(0x1f600)).toBeUndefined();
    expect(SANS.glyphOf(0xe000)).toBeUndefined();
  });

  it('says its name and its height in thousandths of an em', () => {
    const { name, ascent, descent, capHeight } = SANS.metrics;
    expect({ name, ascent, descent, capHeight }).toEqual({
      name: 'NotoSansSC-Regular',
      ascent: 1160,
      descent: -288,
      capHeight: 733,
    });
  });
});

describe('a part of a font', () => {
  const ids = ['村', '账', '1'].map((character) => SANS.glyphOf(character.codePointAt(0) ?? 0)?.id ?? 0);
  const part = SANS.part([0, ...ids]);

  it('has the listed glyphs and no other, numbered as they are listed', () => {
    expect(tableOf(part, 'maxp').readUInt16BE(4)).toBe(4);
    expect(tableOf(part, 'hhea').readUInt16BE(34)).toBe(4);
    expect(tableOf(part, 'hmtx')).toHaveLength(16);
    expect(outlineOf(part, 1).length).toBeGreaterThan(40);
  });

  it('keeps how wide each is', () => {
    const hmtx = tableOf(part, 'hmtx');
    expect([1, 2, 3].map((place) => hmtx.readUInt16BE(place * 4))).toEqual([1000, 1000, 555]);
  });

  it('sums to the check sums it states', () => {
    for (let index = 0; index < part.readUInt16BE(4); index += 1) {
      const record = 12 + index * 16;
      const from = part.readUInt32BE(record + 8);
      let sum = 0;
      for (let at = from; at < from + part.readUInt32BE(record + 12); at += 4)
        sum = (sum + part.readUInt32BE(at)) >>> 0;
      expect(part.readUInt32BE(record + 4)).toBe(sum);
    }
  });

  it('brings the parts of a composed glyph along, under their new numbers', () => {
    const { file, composed } = composedGlyph();
    const small = TrueTypeFont.read(file).part([0, composed]);
    const outline = outlineOf(small, 1);
    expect(outline.readInt16BE(0)).toBe(-1);
    const [first, second] = [outline.readUInt16BE(12), outline.readUInt16BE(18)];
    expect([first, second]).toEqual([2, 3]);
    expect(tableOf(small, 'maxp').readUInt16BE(4)).toBe(4);
    expect(outlineOf(small, 2)).toEqual(outlineOf(file, 1));
    expect(outlineOf(small, 3)).toEqual(outlineOf(file, 2));
  });

  /** A font with two glyphs and a third that is made of both. */
  function composedGlyph(): { file: Buffer; composed: number } {
    const whole = SANS.part([0, ...ids]);
    const glyf = tableOf(whole, 'glyf');
    const loca = tableOf(whole, 'loca');
    const from = loca.readUInt32BE(12);
    const made = Buffer.alloc(24);
    made.writeInt16BE(-1, 0);
    made.writeUInt16BE(0x0020, 10);
    made.writeUInt16BE(1, 12);
    made.writeUInt16BE(0x0000, 16);
    made.writeUInt16BE(2, 18);
    made.copy(glyf, from);
    loca.writeUInt32BE(from + made.length, 16);
    return { file: withCharacters(whole), composed: 3 };
  }

  /** The same file with a table of characters, which every font file has, of none. */
  function withCharacters(file: Buffer): Buffer {
    const copies = new Map<string, Buffer>();
    for (const tag of ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']) copies.set(tag, tableOf(file, tag));
    const cmap = Buffer.alloc(28);
    cmap.writeUInt16BE(1, 2);
    cmap.writeUInt32BE(12, 8);
    cmap.writeUInt16BE(12, 12);
    const name = Buffer.alloc(22);
    name.writeUInt16BE(1, 2);
    name.writeUInt16BE(18, 4);
    name.writeUInt16BE(6, 12);
    name.writeUInt16BE(1, 14);
    name.write('X', 18, 'latin1');
    copies.set('cmap', cmap).set('name', name);
    const directory = Buffer.alloc(12 + copies.size * 16);
    directory.writeUInt16BE(copies.size, 4);
    const bodies: Buffer[] = [];
    let at = directory.length;
    [...copies].forEach(([tag, body], index) => {
      directory.write(tag, 12 + index * 16, 'latin1');
      directory.writeUInt32BE(at, 12 + index * 16 + 8);
      directory.writeUInt32BE(body.length, 12 + index * 16 + 12);
      bodies.push(body);
      at += body.length;
    });
    return Buffer.concat([directory, ...bodies]);
  }
});

describe('a font of one document', () => {
  it('numbers its glyphs in the order of their first use, each once', () => {
    const font = new EmbeddedFont(SANS, 0);
    expect(font.encode('村账村')).toBe('000100020001');
    expect(font.encode('账1')).toBe('00020003');
  });
});
