import { invariant } from '../../domain/shared/invariant';

/** How a character of a font is drawn: which glyph, and how far the next one stands, in ems. */
export interface Glyph {
  readonly id: number;
  readonly advanceEms: number;
}

/** What a PDF says about a font beside its glyphs, in thousandths of an em. */
export interface FontMetrics {
  readonly name: string;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
}

/** Where the tables lie in a font file. */
type Tables = ReadonlyMap<string, Buffer>;

/** The tables that a part of a font keeps as they are: what its glyphs' hints are written in. */
const COPIED = ['cvt ', 'fpgm', 'prep'] as const;

/**
 * A TrueType font held in memory: which glyph draws a character, how wide it is, and the bytes of any part
 * of it. Nothing is decoded: a glyph's outline is copied as it lies in the file. Source: the OpenType
 * specification, tables cmap (format 12), glyf, head, hhea, hmtx, loca, maxp, name, OS/2.
 */
export class TrueTypeFont {
  readonly metrics: FontMetrics;
  private readonly glyphs = new Map<number, Glyph | undefined>();
  private readonly unitsPerEm: number;
  private readonly groups: Buffer;

  private constructor(private readonly tables: Tables) {
    this.unitsPerEm = this.table('head').readUInt16BE(18);
    this.groups = unicodeGroups(this.table('cmap'));
    this.metrics = this.readMetrics();
  }

  /** @param file the bytes of a TrueType font file with outlines in `glyf` */
  static read(file: Buffer): TrueTypeFont {
    const tables = new Map<string, Buffer>();
    for (let index = 0; index < file.readUInt16BE(4); index += 1) {
      const record = 12 + index * 16;
      const [from, length] = [file.readUInt32BE(record + 8), file.readUInt32BE(record + 12)];
      tables.set(file.toString('latin1', record, record + 4), file.subarray(from, from + length));
    }
    return new TrueTypeFont(tables);
  }

  /** How a character is drawn; undefined where the font has no picture of it. Remembered once asked. */
  glyphOf(codePoint: number): Glyph | undefined {
    if (this.glyphs.has(codePoint)) return this.glyphs.get(codePoint);
    const id = glyphIn(this.groups, codePoint);
    const glyph = id === 0 ? undefined : { id, advanceEms: this.advanceUnits(id) / this.unitsPerEm };
    this.glyphs.set(codePoint, glyph);
    return glyph;
  }

  /**
   * A font file of these glyphs alone, numbered as they are listed; the first is that of a missing character.
   * Parts of which a glyph is composed follow behind.
   */
  part(listed: readonly number[]): Buffer {
    const ids = [...listed];
    const places = new Map(ids.map((id, place) => [id, place]));
    const outlines: Buffer[] = [];
    // Grows while it is gone through: a composed glyph brings its parts.
    for (const id of ids) {
      const outline = this.outline(id);
      outlines.push(
        outline.length > 0 && outline.readInt16BE(0) < 0 ? renumbered(outline, { ids, places }) : outline,
      );
    }
    return fontFile(new Map([...this.copied(), ...this.written(ids, outlines)]));
  }

  private table(tag: string): Buffer {
    const table = this.tables.get(tag);
    invariant(table !== undefined, `a font file has its ${tag} table`);
    return table;
  }

  private advanceUnits(id: number): number {
    const last = this.table('hhea').readUInt16BE(34) - 1;
    return this.table('hmtx').readUInt16BE(Math.min(id, last) * 4);
  }

  private bearingUnits(id: number): number {
    const count = this.table('hhea').readUInt16BE(34);
    return this.table('hmtx').readInt16BE(id < count ? id * 4 + 2 : count * 4 + (id - count) * 2);
  }

  private outline(id: number): Buffer {
    const [loca, isLong] = [this.table('loca'), this.table('head').readInt16BE(50) === 1];
    const at = (place: number): number =>
      isLong ? loca.readUInt32BE(place * 4) : loca.readUInt16BE(place * 2) * 2;
    return this.table('glyf').subarray(at(id), at(id + 1));
  }

  private copied(): [string, Buffer][] {
    return COPIED.flatMap((tag): [string, Buffer][] => {
      const table = this.tables.get(tag);
      return table === undefined ? [] : [[tag, table]];
    });
  }

  private written(ids: readonly number[], outlines: readonly Buffer[]): [string, Buffer][] {
    const head = Buffer.from(this.table('head'));
    head.writeUInt32BE(0, 8);
    head.writeInt16BE(1, 50);
    const hhea = Buffer.from(this.table('hhea'));
    hhea.writeUInt16BE(ids.length, 34);
    const maxp = Buffer.from(this.table('maxp'));
    maxp.writeUInt16BE(ids.length, 4);
    const hmtx = Buffer.alloc(ids.length * 4);
    const loca = Buffer.alloc((ids.length + 1) * 4);
    const glyf: Buffer[] = [];
    let end = 0;
    ids.forEach((id, place) => {
      hmtx.writeUInt16BE(this.advanceUnits(id), place * 4);
      hmtx.writeInt16BE(this.bearingUnits(id), place * 4 + 2);
      const outline = padded(outlines[place] ?? Buffer.alloc(0));
      glyf.push(outline);
      end += outline.length;
      loca.writeUInt32BE(end, place * 4 + 4);
    });
    return [
      ['glyf', Buffer.concat(glyf)],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', hmtx],
      ['loca', loca],
      ['maxp', maxp],
    ];
  }

  private readMetrics(): FontMetrics {
    const [head, hhea, os2] = [this.table('head'), this.table('hhea'), this.tables.get('OS/2')];
    const thousandths = (units: number): number => Math.round((units * 1000) / this.unitsPerEm);
    const ascent = thousandths(hhea.readInt16BE(4));
    const at = (place: number): number => thousandths(head.readInt16BE(place));
    return {
      name: postScriptName(this.table('name')),
      ascent,
      descent: thousandths(hhea.readInt16BE(6)),
      capHeight: os2 !== undefined && os2.length >= 90 ? thousandths(os2.readInt16BE(88)) : ascent,
      box: [at(36), at(38), at(40), at(42)],
    };
  }
}

/** The groups of the subtable that maps all of Unicode (format 12): 12 bytes each, in order. */
function unicodeGroups(cmap: Buffer): Buffer {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const from = cmap.readUInt32BE(4 + index * 8 + 4);
    if (cmap.readUInt16BE(from) === 12)
      return cmap.subarray(from + 16, from + 16 + cmap.readUInt32BE(from + 12) * 12);
  }
  invariant(false, 'a font file maps all of Unicode (cmap format 12)');
}

/** The number of a character's glyph, 0 where it has none. */
function glyphIn(groups: Buffer, codePoint: number): number {
  let low = 0;
  let high = groups.length / 12 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = middle * 12;
    if (codePoint < groups.readUInt32BE(group)) high = middle - 1;
    else if (codePoint > groups.readUInt32BE(group + 4)) low = middle + 1;
    else return groups.readUInt32BE(group + 8) + codePoint - groups.readUInt32BE(group);
  }
  return 0;
}

/** Marks in a composed glyph: arguments are words, a scale of one, two or four numbers follows, more come. */
const WORDS = 0x0001;
const ONE_SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const FOUR_SCALES = 0x0080;

/** A composed glyph whose parts go by their new numbers; a part not listed yet is added. */
function renumbered(
  outline: Buffer,
  { ids, places }: { readonly ids: number[]; readonly places: Map<number, number> },
): Buffer {
  const copy = Buffer.from(outline);
  let [at, flags] = [10, MORE];
  while ((flags & MORE) !== 0) {
    flags = copy.readUInt16BE(at);
    const id = copy.readUInt16BE(at + 2);
    const place = places.get(id) ?? ids.push(id) - 1;
    places.set(id, place);
    copy.writeUInt16BE(place, at + 2);
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    if ((flags & ONE_SCALE) !== 0) at += 2;
    else if ((flags & TWO_SCALES) !== 0) at += 4;
    else if ((flags & FOUR_SCALES) !== 0) at += 8;
  }
  return copy;
}

/** A font file of these tables, in the order of their tags, each with its check sum. */
function fontFile(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([one], [two]) => (one < two ? -1 : 1));
  const power = Math.floor(Math.log2(sorted.length));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE((sorted.length - 2 ** power) * 16, 10);
  let from = directory.length;
  const bodies = sorted.map(([tag, table], index) => {
    const body = padded(table);
    const record = 12 + index * 16;
    directory.write(tag, record, 'latin1');
    directory.writeUInt32BE(checkSum(body), record + 4);
    directory.writeUInt32BE(from, record + 8);
    directory.writeUInt32BE(table.length, record + 12);
    from += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}

function padded(bytes: Buffer): Buffer {
  const missing = -bytes.length & 3;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}

function checkSum(body: Buffer): number {
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
  return sum;
}

/** The name by which a PDF knows a font: entry 6, of plain letters. */
function postScriptName(table: Buffer): string {
  const strings = table.readUInt16BE(4);
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const record = 6 + index * 12;
    if (table.readUInt16BE(record + 6) !== 6) continue;
    const from = strings + table.readUInt16BE(record + 10);
    const text = table.toString('latin1', from, from + table.readUInt16BE(record + 8));
    return text.replace(/[^A-Za-z0-9-]/g, '');
  }
  invariant(false, 'a font file says its name');
}
