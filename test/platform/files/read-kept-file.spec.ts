import { deflateSync } from 'node:zlib';
import { FormProblems } from '../../../src/domain/shared/problem';
import { KEPT_FILE_LIMITS, readKeptFile, type ReadFile } from '../../../src/platform/files/read-kept-file';
import {
  exif,
  jpeg,
  PAPER,
  PLACE,
  png,
  pngChunk,
  TOLD_PARTS,
  VP8,
  webp,
  webpChunk,
} from './pictures.fixture';

/** What a file is read as, or the code it is refused with. */
function read(bytes: Buffer): ReadFile | string {
  try {
    return readKeptFile(bytes);
  } catch (error) {
    if (error instanceof FormProblems) return error.problems.map(({ code }) => code).join();
    throw error;
  }
}

const bytesOf = (file: ReadFile | string): Buffer =>
  typeof file === 'string' ? Buffer.from(file) : file.bytes;
const EXTENDED = webpChunk('VP8X', Buffer.from([0x2c, 0, 0, 0, 39, 0, 0, 29, 0, 0]));
const TEXT = Buffer.from(`Comment\0${PLACE}`, 'latin1');

/** A paper with something more in it; latin1. */
const paperWith = (inside: string): Buffer =>
  Buffer.concat([
    PAPER.subarray(0, 9),
    Buffer.from(`9 0 obj${inside} endobj\n`, 'latin1'),
    PAPER.subarray(9),
  ]);

/** Objects packed together, the stream's dictionary as it is given. */
const packedAs = (dictionary: string, bytes: Buffer): string =>
  `<</Type/ObjStm${dictionary}>>stream\r\n${bytes.toString('latin1')}\nendstream`;

const SCRIPT = '<</S/JavaScript/JS(1)>>';

const packed = (objects: string, cut: (all: Buffer) => Buffer = (all) => all): string =>
  `<</Type/ObjStm/Filter/FlateDecode>>stream\r\n${cut(deflateSync(objects)).toString('latin1')}\nendstream`;

describe('a file that is kept', () => {
  it.each<{ rule: string; bytes: Buffer; mediaType: string; same: Buffer }>([
    { rule: 'a plain JPEG', bytes: jpeg(), mediaType: 'image/jpeg', same: jpeg() },
    { rule: "a telephone's JPEG", bytes: jpeg(...TOLD_PARTS), mediaType: 'image/jpeg', same: jpeg() },
    {
      rule: 'a JPEG with a second picture behind its end',
      bytes: Buffer.concat([jpeg(), jpeg(exif(1))]),
      mediaType: 'image/jpeg',
      same: jpeg(),
    },
    {
      rule: 'a PNG with texts, its time and its camera',
      bytes: png(pngChunk('tEXt', TEXT), pngChunk('eXIf', TEXT), pngChunk('tIME', Buffer.alloc(7))),
      mediaType: 'image/png',
      same: png(),
    },
    {
      rule: 'a PNG with its colours and something behind its end',
      bytes: Buffer.concat([png(pngChunk('gAMA', Buffer.alloc(4))), TEXT]),
      mediaType: 'image/png',
      same: png(pngChunk('gAMA', Buffer.alloc(4))),
    },
    {
      rule: "a WebP with its camera's part and its texts",
      bytes: webp(EXTENDED, VP8, webpChunk('EXIF', TEXT), webpChunk('XMP ', TEXT)),
      mediaType: 'image/webp',
      same: webp(webpChunk('VP8X', Buffer.from([0x20, 0, 0, 0, 39, 0, 0, 29, 0, 0])), VP8),
    },
    { rule: 'a paper, as it is', bytes: PAPER, mediaType: 'application/pdf', same: PAPER },
  ])('$rule, without what tells on who took it', ({ bytes, mediaType, same }) => {
    const file = read(bytes);
    expect(file).toMatchObject({ mediaType });
    expect(bytesOf(file).equals(same)).toBe(true);
    expect(bytesOf(file).includes(PLACE)).toBe(false);
  });

  it.each([
    [1, 40, 30],
    [3, 40, 30],
    [5, 30, 40],
    [8, 30, 40],
  ])('keeps the turn %i, by which it is shown %i wide and %i high', (turn, width, height) => {
    for (const order of ['II', 'MM'] as const) {
      const file = read(jpeg(exif(turn, order)));
      expect(file).toMatchObject({ size: { width, height } });
      expect(bytesOf(file).includes('Exif')).toBe(turn !== 1);
      expect(read(bytesOf(file))).toEqual(file);
    }
  });

  it('says how large a PNG, a WebP and a lossless WebP are', () => {
    const lossless = webp(webpChunk('VP8L', Buffer.from([0x2f, 39, 0x40, 0x07, 0])));
    for (const bytes of [png(), webp(VP8), lossless])
      expect(read(bytes)).toMatchObject({ size: { width: 40, height: 30 } });
  });

  it.each<[rule: string, bytes: Buffer, code: string]>([
    ['nothing', Buffer.alloc(0), 'file.empty'],
    ['a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'keptFile.notTaken'],
    ['a page', Buffer.from('<!doctype html><script>1</script>'), 'keptFile.notTaken'],
    ['a moving picture of old', Buffer.from('GIF89a'), 'keptFile.notTaken'],
    ['a packed file', Buffer.from('PK\u0003\u0004', 'latin1'), 'keptFile.notTaken'],
    ['a page behind a PDF', Buffer.concat([Buffer.from('<html>'), PAPER]), 'keptFile.notTaken'],
    ['a JPEG cut short', jpeg().subarray(0, -2), 'keptFile.broken'],
    ['a JPEG that is all head', Buffer.from('ffd8ffd9', 'hex'), 'keptFile.broken'],
    ['a PNG cut short', png().subarray(0, -1), 'keptFile.broken'],
    ['a PNG without a picture', png().subarray(0, 33), 'keptFile.broken'],
    ['a WebP that moves', webp(webpChunk('ANMF', VP8)), 'keptFile.broken'],
    ['a WebP cut short', webp(VP8).subarray(0, -1), 'keptFile.broken'],
    ['a paper cut short', PAPER.subarray(0, -8), 'keptFile.broken'],
    [
      'a paper behind a password',
      Buffer.concat([PAPER.subarray(0, 9), Buffer.from('/Encrypt '), PAPER.subarray(9)]),
      'keptFile.locked',
    ],
    [
      'a paper with a script',
      paperWith('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>'),
      'keptFile.acts',
    ],
    ['one whose name is written by numbers', paperWith('/A<</S/J#61vaScript/J#53(1)>>'), 'keptFile.acts'],
    ['a paper that starts a program', paperWith('/A<</S/Launch/F(calc.exe)>>'), 'keptFile.acts'],
    ['a script among packed objects', paperWith(packed('<</S/JavaScript/JS(1)>>')), 'keptFile.acts'],
    [
      'a script among objects listed as packed by Flate',
      paperWith(packedAs('/Filter [ /FlateDecode ]', deflateSync(SCRIPT))),
      'keptFile.acts',
    ],
    [
      'a script among objects that stand together unpacked',
      paperWith(packedAs('/N 1', Buffer.from(SCRIPT))),
      'keptFile.acts',
    ],
    [
      'objects packed as hexadecimal digits',
      paperWith(packedAs('/Filter/ASCIIHexDecode', Buffer.from('3c3c3e3e>'))),
      'keptFile.packedOtherwise',
    ],
    [
      'objects packed twice',
      paperWith(packedAs('/Filter[/FlateDecode/ASCII85Decode]', deflateSync('<</A 1>>'))),
      'keptFile.packedOtherwise',
    ],
    [
      'objects that a predictor hides',
      paperWith(packedAs('/Filter/FlateDecode/DecodeParms<</Predictor 12>>', deflateSync('<</A 1>>'))),
      'keptFile.packedOtherwise',
    ],
    [
      'packed objects nobody can read',
      paperWith(packed('<</S/JS>>', (all) => all.subarray(4))),
      'keptFile.broken',
    ],
    [
      'more than may be sent',
      Buffer.concat([
        PAPER.subarray(0, 9),
        Buffer.alloc(KEPT_FILE_LIMITS.bytes + 1 - PAPER.length),
        PAPER.subarray(9),
      ]),
      'keptFile.tooLarge',
    ],
  ])('is not %s', (_rule, bytes, code) => {
    expect(read(bytes)).toBe(code);
  });

  it.each<[rule: string, inside: string]>([
    ['packed objects without any', packed('<</Type/Catalog>>')],
    ['the letters of one in a drawn page', 'stream\n/JS (1) /Launch \nendstream'],
    ['a longer name', '/JSX 1 /Launched 2'],
    ['the figures of an invoice attached', '/Names<</EmbeddedFiles 5 0 R>>'],
  ])('may be a paper that runs nothing: %s', (_rule, inside) => {
    expect(read(paperWith(inside))).toMatchObject({ mediaType: 'application/pdf' });
  });

  it('is as large as may be', () => {
    const filling = Buffer.alloc(KEPT_FILE_LIMITS.bytes - PAPER.length);
    expect(read(Buffer.concat([PAPER.subarray(0, 9), filling, PAPER.subarray(9)]))).toMatchObject({
      mediaType: 'application/pdf',
    });
  });

  it.each([
    [50_000_000, 'image/png'],
    [50_000_001, 'keptFile.tooManyPixels'],
  ])('of %i points is %s', (pixels, found) => {
    const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    head.writeUInt32BE(pixels, 0);
    const rest = png().subarray(33);
    const bytes = Buffer.concat([png().subarray(0, 8), pngChunk('IHDR', head), rest]);
    const file = read(bytes);
    expect(typeof file === 'string' ? file : file.mediaType).toBe(found);
  });

  it('is read or refused with a word, whatever bytes come; what is read is clean for good', () => {
    const whole = [
      jpeg(...TOLD_PARTS, exif(6)),
      png(pngChunk('tEXt', TEXT)),
      webp(EXTENDED, VP8, webpChunk('EXIF', TEXT)),
      PAPER,
    ];
    let seed = 20_261_126;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let tries = 0; tries < 2_000; tries += 1) {
      const bytes = Buffer.from(whole[tries % whole.length] ?? PAPER);
      for (let flips = 0; flips <= random(4); flips += 1) bytes[random(bytes.length)] = random(256);
      const file = read(bytes.subarray(0, tries % 3 === 0 ? random(bytes.length) : bytes.length));
      if (typeof file === 'string') expect(file).toMatch(/^(keptFile|file)\.\w+$/);
      else expect(read(file.bytes)).toEqual(file);
    }
  });
});
