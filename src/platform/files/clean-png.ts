import { crc32 } from 'node:zlib';
import type { CleanPicture } from './clean-jpeg';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** What draws the picture and its colours; texts, times, cameras and moving frames fall away. */
const DRAWS = [
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
  'bKGD',
];

/**
 * Reads a PNG chunk by chunk, each held against its own checksum, and keeps what draws it.
 * @returns undefined where it is broken or cut short
 */
export function cleanPng(bytes: Buffer): CleanPicture | undefined {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const kept: Buffer[] = [];
  const seen = new Set<string>();
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    const kind = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return undefined;
    if (kept.length === 0 && (kind !== 'IHDR' || end - at !== 25)) return undefined;
    if (DRAWS.includes(kind)) kept.push(bytes.subarray(at, end));
    seen.add(kind);
    if (kind === 'IEND') return seen.has('IDAT') ? pictureOf(kept) : undefined;
    at = end;
  }
  return undefined;
}

function pictureOf(kept: readonly Buffer[]): CleanPicture | undefined {
  const bytes = Buffer.concat([SIGNATURE, ...kept]);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width === 0 || height === 0 ? undefined : { bytes, width, height };
}
