import { crc32, deflateSync } from 'node:zlib';

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
/** How light the picture is: two photos of two days are never the same. @param light 1 to 100 */
export const shade = (light: number): Buffer => part(0xdb, Buffer.alloc(65, light).fill(0, 0, 1));
const FRAME = part(0xc0, Buffer.from([8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0]));
/** Two words for what changes from square to square, one for what lies within it. */
const CODES = Buffer.concat([
  part(0xc4, Buffer.concat([Buffer.from([0, 1, 1]), Buffer.alloc(14), Buffer.from([0, 4])])),
  part(0xc4, Buffer.concat([Buffer.from([16, 1]), Buffer.alloc(15), Buffer.from([0])])),
]);
/** Eighty by sixty squares, all as light as the first. */
const SCAN = Buffer.concat([
  part(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0xa8]),
  Buffer.alloc(1199),
  Buffer.from([7]),
]);

/** A picture of 640 by 480 as a telephone sends it. @param parts what stands before its frame */
export function jpeg(...parts: readonly Buffer[]): Buffer {
  const ends = Buffer.from([0xff, 0xd9]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), JFIF, shade(1), ...parts, FRAME, CODES, SCAN, ends]);
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

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A drawing of greys, so wide and high as its head says; all of one grey where nothing else is said. */
export function pngOf(size: { readonly width: number; readonly height: number }, lines: Buffer): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(size.width, 0);
  head.writeUInt32BE(size.height, 4);
  const parts = [pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(lines)), pngChunk('IEND', NOTHING)];
  return Buffer.concat([SIGNATURE, ...parts]);
}

const NOTHING = Buffer.alloc(0);
/** Each line of 40 points begins with how it is packed. */
const LINES = Buffer.alloc(41 * 30);

/** A picture of 40 by 30. @param chunks what stands before its data */
export function png(...chunks: readonly Buffer[]): Buffer {
  const whole = pngOf({ width: 40, height: 30 }, LINES);
  return Buffer.concat([whole.subarray(0, 33), ...chunks, whole.subarray(33)]);
}

export function webpChunk(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(kind, 'latin1'), length, body, Buffer.alloc(body.length % 2)]);
}

/** The picture of 40 by 30 itself, with loss and without. */
export const VP8 = webpChunk(
  'VP8 ',
  Buffer.from('8AIAnQEqKAAeAD5tNplJJCMioSVoAIANiWkAAClDbfAA/qKAAAA=', 'base64'),
);
export const VP8L = webpChunk('VP8L', Buffer.from('LydABwAHUMQiFrH/gYjofwA=', 'base64'));

export function webp(...chunks: readonly Buffer[]): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  const body = Buffer.concat(chunks);
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}

export const PAPER = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n', 'latin1');
