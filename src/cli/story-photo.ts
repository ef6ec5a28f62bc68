import { crc32, deflateSync } from 'node:zlib';
import { sha256 } from '../platform/digests/sha256';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const WIDTH = 640;
const HEIGHT = 480;

/**
 * The photo of a sheet on a wall, where a story says that one was taken: a picture of greys, another
 * one for each sheet.
 * @param of which sheet of which village, and the day
 */
export function storyPhoto(of: string): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  // Each line begins with how it was filtered: not at all.
  const line = Buffer.concat([Buffer.alloc(1), Buffer.alloc(WIDTH, Buffer.from(sha256(of), 'hex'))]);
  const lines = Buffer.concat(Array.from({ length: HEIGHT }, () => line));
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
