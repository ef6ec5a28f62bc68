import { invariant } from '../../domain/shared/invariant';

/** Tells whether a font has a picture for a character. */
export type Coverage = (codePoint: number) => boolean;

/**
 * Reads which characters a TrueType or OpenType font covers, from the full-Unicode subtable (format 12) of
 * its `cmap` table.
 * @param font the bytes of the font file
 */
export function readCoverage(font: Buffer): Coverage {
  const table = unicodeSubtable(font, findTable(font, 'cmap'));
  const count = font.readUInt32BE(table + 12);
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = table + 16 + middle * 12;
      if (codePoint < font.readUInt32BE(group)) high = middle - 1;
      else if (codePoint > font.readUInt32BE(group + 4)) low = middle + 1;
      else return font.readUInt32BE(group + 8) + codePoint - font.readUInt32BE(group) !== 0;
    }
    return false;
  };
}

function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  invariant(false, `a font file has its ${tag} table`);
}

function unicodeSubtable(font: Buffer, cmap: number): number {
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const offset = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(offset) === 12) return offset;
  }
  invariant(false, 'a font file maps all of Unicode (cmap format 12)');
}
