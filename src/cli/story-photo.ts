import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const WIDTH = 32;
const HEIGHT = 24;

/** The photo of a sheet on a wall, where a story says that one was taken: a small plain picture of greys. */
export function storyPhoto(shade: number): Buffer {
  const head = Buffer.from([0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, 8, 0, 0, 0, 0]);
  // Each line begins with how it was filtered: not at all.
  const line = Buffer.alloc(WIDTH + 1, shade % 256).fill(0, 0, 1);
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
