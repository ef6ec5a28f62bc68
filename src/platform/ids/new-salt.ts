import { randomBytes } from 'node:crypto';

/** 128 random bits as 32 hexadecimal digits: hashed with a text, so that nobody guesses it. */
export function newSalt(): string {
  if (stock.length === 0) stock = randomBytes(16 * SALTS_TOGETHER);
  const salt = stock.subarray(0, 16).toString('hex');
  stock = stock.subarray(16);
  return salt;
}

/** Random bytes are asked of the system for many salts together: one by one they cost more than the hash. */
const SALTS_TOGETHER = 64;
let stock = Buffer.alloc(0);
