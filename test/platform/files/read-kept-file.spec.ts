import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { FormProblems } from '../../../src/domain/shared/problem';
import { sha256 } from '../../../src/platform/digests/sha256';
import { KEPT_FILE_LIMITS, readKeptFile, type ReadFile } from '../../../src/platform/files/read-kept-file';
import {
  exif,
  jpeg,
  PAPER,
  PLACE,
  png,
  pngChunk,
  pngOf,
  shade,
  TOLD_PARTS,
  VP8,
  VP8L,
  webp,
  webpChunk,
} from './pictures.fixture';

/** What a file is read as, or the code it is refused with. */
async function read(bytes: Buffer): Promise<ReadFile | string> {
  try {
    return await readKeptFile(bytes);
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

/** What an encoder never wrote. */
const TORN = Buffer.concat([pngChunk('IDAT', Buffer.from([1, 2, 3])), pngChunk('IEND', Buffer.alloc(0))]);
const TORN_VP8 = Buffer.from([0, 0, 0, 0x9d, 1, 0x2a, 40, 0, 30, 0, 7]);
const sizeOf = ({ size }: ReadFile) => (size === undefined ? {} : { size });

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
      mediaType: 'image/jpeg',
      same: webp(webpChunk('VP8X', Buffer.from([0x20, 0, 0, 0, 39, 0, 0, 29, 0, 0])), VP8),
    },
    { rule: 'a paper, as it is', bytes: PAPER, mediaType: 'application/pdf', same: PAPER },
  ])('$rule, without what tells on who took it', async ({ bytes, mediaType, same }) => {
    expect(bytes.equals(same)).toBe(!bytes.includes(PLACE) && bytes.length === same.length);
    const file = await read(bytes);
    expect(file).toMatchObject({ mediaType, cameAs: sha256(same) });
    expect(await read(bytes)).toEqual(file);
    for (const told of [PLACE, 'Exif', 'ICC_PROFILE', 'http:', 'Photoshop', 'MPF', 'tEXt', 'eXIf'])
      expect(bytesOf(file).includes(told)).toBe(false);
  });

  it.each([
    [1, 640, 480],
    [3, 640, 480],
    [5, 480, 640],
    [8, 480, 640],
  ])(
    'of turn %i is turned for the eye, %i wide and %i high, and says so no more',
    async (turn, width, height) => {
      for (const order of ['II', 'MM'] as const) {
        const file = await read(jpeg(exif(turn, order)));
        expect(file).toMatchObject({ size: { width, height } });
        expect(bytesOf(file).includes('Exif')).toBe(false);
        expect(await read(bytesOf(file))).toMatchObject({ size: { width, height } });
      }
    },
  );

  it('says how large a PNG, a WebP and a lossless WebP are', async () => {
    for (const bytes of [png(), webp(VP8), webp(VP8L)])
      expect(await read(bytes)).toMatchObject({ size: { width: 40, height: 30 } });
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
    ['a paper with an archive in it', paperWith('<</EF<</F 5 0 R>>>>'), 'keptFile.attaches'],
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
    ['a PNG whose points are torn', Buffer.concat([png().subarray(0, 33), TORN]), 'keptFile.broken'],
    ['a PNG with half its lines', pngOf({ width: 40, height: 60 }, Buffer.alloc(41 * 30)), 'keptFile.broken'],
    ['a WebP whose points are torn', webp(webpChunk('VP8 ', TORN_VP8)), 'keptFile.broken'],
  ])('is not %s', async (_rule, bytes, code) => {
    expect(await read(bytes)).toBe(code);
  });

  it.each<[rule: string, inside: string]>([
    ['packed objects without any', packed('<</Type/Catalog>>')],
    ['the letters of one in a drawn page', '<<>>stream\n/JS (1) /Launch \nendstream'],
    ['a longer name', '<</JSX 1 /Launched 2>>'],
    ['a place for what is attached', '<</Names<</EmbeddedFiles 5 0 R>>>>'],
  ])('may be a paper that runs nothing: %s', async (_rule, inside) => {
    expect(await read(paperWith(inside))).toMatchObject({ mediaType: 'application/pdf' });
  });

  it('is as large as may be', async () => {
    const filling = Buffer.alloc(KEPT_FILE_LIMITS.bytes - PAPER.length);
    expect(await read(Buffer.concat([PAPER.subarray(0, 9), filling, PAPER.subarray(9)]))).toMatchObject({
      mediaType: 'application/pdf',
    });
  });

  it.each([
    [10_000, 5_000, 'image/png', 2400, 1200],
    [2_399, 2_400, 'image/png', 2399, 2400],
  ])('of %i by %i points is kept as %s of %i by %i', async (width, height, mediaType, wide, high) => {
    const file = await read(pngOf({ width, height }, Buffer.alloc((width + 1) * height)));
    expect(file).toMatchObject({ mediaType, size: { width: wide, height: high } });
  });

  it('is refused by what its head says, before a point of it is unpacked', async () => {
    const bomb = pngOf({ width: 30_000, height: 30_000 }, Buffer.alloc(1));
    expect(bomb.length).toBeLessThan(100);
    expect(await read(bomb)).toBe('keptFile.tooManyPixels');
    expect(await read(pngOf({ width: 10_000, height: 5_001 }, Buffer.alloc(1)))).toBe(
      'keptFile.tooManyPixels',
    );
  });

  it('stays a PNG while that is the smaller: a drawing does, a photo does not', async () => {
    const size = { width: 64, height: 64 };
    const photo = Buffer.alloc(65 * 64, 0);
    for (let at = 0; at < photo.length; at += 1)
      if (at % 65 > 0) photo[at] = 40 + 2 * (at % 65) + Math.floor(at / 65) + ((at * at) % 5);
    expect(await read(pngOf(size, Buffer.alloc(65 * 64)))).toMatchObject({ mediaType: 'image/png' });
    expect(await read(pngOf(size, photo))).toMatchObject({ mediaType: 'image/jpeg' });
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'as a telephone writes a %s, with where and when it was taken, has its points alone',
    async (format) => {
      const gps = { GPSLatitudeRef: 'N', GPSLatitude: '32/1 53/1 28/1', GPSLongitude: '115/1 48/1 44/1' };
      const taken = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } })
        .withExif({ IFD0: { Make: 'Phone 7', DateTime: '2026:11:30 08:00:00' }, IFD3: gps })
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">village</x:xmpmeta>')
        .withIccProfile('p3')
        .toFormat(format)
        .toBuffer();
      const before = await sharp(taken).metadata();
      expect([before.exif, before.xmp, before.icc].every((part) => part !== undefined)).toBe(true);
      const kept = await sharp(bytesOf(await read(taken))).metadata();
      expect(kept).toMatchObject({ width: 80, height: 60, hasProfile: false });
      for (const part of ['exif', 'xmp', 'icc', 'iptc', 'orientation', 'comments'])
        expect(kept).not.toHaveProperty(part);
      expect(bytesOf(await read(taken)).includes('Phone 7')).toBe(false);
    },
  );

  it('of two days is two pictures', async () => {
    const [one, other] = [await read(jpeg(shade(40))), await read(jpeg(shade(41)))];
    expect(bytesOf(one).equals(bytesOf(other))).toBe(false);
  });

  it('is read or refused with a word, whatever bytes come; what is read is clean for good', async () => {
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
      const file = await read(bytes.subarray(0, tries % 3 === 0 ? random(bytes.length) : bytes.length));
      if (typeof file === 'string') expect(file).toMatch(/^(keptFile|file)\.\w+$/);
      else expect(await read(file.bytes)).toMatchObject({ mediaType: file.mediaType, ...sizeOf(file) });
    }
  });
});
