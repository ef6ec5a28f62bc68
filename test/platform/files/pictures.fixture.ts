import { crc32 } from 'node:zlib';

/** What a camera wrote into a picture, and nobody may find again. */
export const PLACE = 'GPS 32.891234 115.812345';

const part = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** A camera's part: how the picture is turned, and where it was taken. */
export function exif(turn: number, order: 'II' | 'MM' = 'II'): Buffer {
  const tiff = Buffer.alloc(26);
  const little = order === 'II';
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(order, 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u32(1, 14);
  u16(turn, 18);
  return part(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(PLACE)]));
}

const JFIF = part(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const FRAME = part(0xc0, Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0]));
const SCAN = Buffer.concat([
  part(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 0xff, 0, 2, 0xff, 0xd1, 3]),
]);

/** A picture of 40 by 30 as a telephone sends it. @param parts what stands between its head and its frame */
export function jpeg(...parts: readonly Buffer[]): Buffer {
  const ends = Buffer.from([0xff, 0xd9]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), JFIF, ...parts, FRAME, SCAN, ends]);
}

/** What a telephone writes besides the picture: place, text, a comment, a small picture of its own. */
export const TOLD_PARTS: readonly Buffer[] = [
  exif(1),
  part(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${PLACE}`, 'latin1')),
  part(0xed, Buffer.from(`Photoshop 3.0\0${PLACE}`, 'latin1')),
  part(0xe2, Buffer.from(`MPF\0${PLACE}`, 'latin1')),
  part(0xfe, Buffer.from(PLACE)),
];

export function pngChunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A picture of 40 by 30. @param chunks what stands before its data */
export function png(...chunks: readonly Buffer[]): Buffer {
  const head = Buffer.from([0, 0, 0, 40, 0, 0, 0, 30, 8, 0, 0, 0, 0]);
  const data = pngChunk('IDAT', Buffer.from([1, 2, 3]));
  const parts = [pngChunk('IHDR', head), ...chunks, data, pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

export function webpChunk(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(kind, 'latin1'), length, body, Buffer.alloc(body.length % 2)]);
}

/** The picture of 40 by 30 itself, of odd length. */
export const VP8 = webpChunk('VP8 ', Buffer.from([0, 0, 0, 0x9d, 1, 0x2a, 40, 0, 30, 0, 7]));

export function webp(...chunks: readonly Buffer[]): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  const body = Buffer.concat(chunks);
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

export const PAPER = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n', 'latin1');
