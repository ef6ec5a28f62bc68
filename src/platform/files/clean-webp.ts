import type { CleanPicture } from './clean-jpeg';

type Size = Pick<CleanPicture, 'width' | 'height'>;

/** What draws the picture and its colours; the camera's part, texts and moving frames fall away. */
const DRAWS = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'];
/** Of the flags of an extended picture: that a camera's part or a text follows, or that it moves. */
const SAYS_MORE = 0x08 | 0x04 | 0x02;

/**
 * Reads a WebP chunk by chunk and keeps what draws it.
 * @returns undefined where it is broken, cut short or holds no single picture
 */
export function cleanWebp(bytes: Buffer): CleanPicture | undefined {
  if (bytes.length < 20 || word(bytes, 0) !== 'RIFF' || word(bytes, 8) !== 'WEBP') return undefined;
  const end = bytes.readUInt32LE(4) + 8;
  if (end > bytes.length) return undefined;
  const kept: Buffer[] = [];
  let size: Size | undefined;
  for (let at = 12; at < end;) {
    if (at + 8 > end) return undefined;
    const next = at + 8 + bytes.readUInt32LE(at + 4);
    if (next > end) return undefined;
    const chunk = Buffer.from(bytes.subarray(at, Math.min(next + (next % 2), bytes.length)));
    if (DRAWS.includes(word(bytes, at))) kept.push(evened(plain(chunk)));
    size ??= sizeOf(chunk);
    at = next + (next % 2);
  }
  if (size === undefined || !kept.some((chunk) => /^VP8[ L]/.test(word(chunk, 0)))) return undefined;
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(
    kept.reduce((sum, chunk) => sum + chunk.length, 4),
    4,
  );
  return { bytes: Buffer.concat([head, ...kept]), ...size };
}

function word(bytes: Buffer, at: number): string {
  return bytes.subarray(at, at + 4).toString('latin1');
}

/** An extended picture no longer says that more follows. */
function plain(chunk: Buffer): Buffer {
  if (word(chunk, 0) === 'VP8X' && chunk.length > 8) chunk[8] = chunk.readUInt8(8) & ~SAYS_MORE;
  return chunk;
}

/** A chunk ends on an even place. */
function evened(chunk: Buffer): Buffer {
  return chunk.length % 2 === 0 ? chunk : Buffer.concat([chunk, Buffer.alloc(1)]);
}

/** Width and height, as the plain or the lossless picture says them. */
function sizeOf(chunk: Buffer): Size | undefined {
  const kind = word(chunk, 0);
  const body = chunk.subarray(8);
  if (kind === 'VP8 ' && body.length >= 10 && body.subarray(3, 6).equals(Buffer.from([0x9d, 0x01, 0x2a])))
    return nonZero({ width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff });
  if (kind !== 'VP8L' || body.length < 5 || body[0] !== 0x2f) return undefined;
  const bits = body.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function nonZero(size: Size): Size | undefined {
  return size.width === 0 || size.height === 0 ? undefined : size;
}
