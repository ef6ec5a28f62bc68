import { randomBytes } from 'node:crypto';

/**
 * A new UUID of version 7 (RFC 9562, method 1): time-ordered, so that rows made one after the other lie
 * together, and made in the program, so that no database needs a sequence. Those of one program are in the
 * order in which they were made, also within a millisecond and where the clock is put back: claims,
 * receivables and lines that are entered together are read in the order in which they were typed.
 */
export function newId(): string {
  const bytes = nextBytes();
  const { at, count } = nextPlace();
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The machine's instant at which an id was made, as an ISO instant in UTC (RFC 9562 §5.7). */
export function madeAt(id: string): string {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toISOString();
}

/** The most that is counted within a millisecond: 12 bits. */
const MOST = 0xfff;
let last = { at: 0, count: 0 };

/** The millisecond, and how many were made in it before; the next one where it is full. */
function nextPlace(): typeof last {
  const now = Date.now();
  if (now > last.at) last = { at: now, count: 0 };
  else last = last.count < MOST ? { at: last.at, count: last.count + 1 } : { at: last.at + 1, count: 0 };
  return last;
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
