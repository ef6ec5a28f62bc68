import { randomBytes } from 'node:crypto';

/**
 * A new UUID of version 7 (RFC 9562): time-ordered, so that rows made one after the other lie together, and
 * made in the program, so that no database needs a sequence.
 */
export function newId(): string {
  const bytes = nextBytes();
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Random bytes are asked of the system for many ids together: one by one they cost more than the id. */
const IDS_TOGETHER = 256;
let stock = Buffer.alloc(0);

function nextBytes(): Buffer {
  if (stock.length === 0) stock = randomBytes(16 * IDS_TOGETHER);
  const bytes = stock.subarray(0, 16);
  stock = stock.subarray(16);
  return bytes;
}
