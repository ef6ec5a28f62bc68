import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a code of a second factor lasts, and how many digits it has: what telephones reckon with. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** A clock that goes wrong by so many steps is still understood. */
const STEPS_BESIDE = [0, -1, 1];

/** The step of 30 seconds in which an instant lies. @param at ISO instant */
export function stepOf(at: string): number {
  return Math.floor(Date.parse(at) / 1_000 / STEP_SECONDS);
}

/** The code of a step. Source: RFC 4226 §5.3, RFC 6238 §4.2, with SHA-1. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const from = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(from) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The step whose code was typed, of the one at an instant and those beside it; undefined of none. */
export function stepTyped(secret: Buffer, typed: string, at: string): number | undefined {
  if (!/^\d{6}$/.test(typed)) return undefined;
  const now = stepOf(at);
  return STEPS_BESIDE.map((beside) => now + beside).find((step) =>
    timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(typed)),
  );
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS = 5;

/** Bytes in the letters that people type into a telephone (RFC 4648 §6, base32 without padding). */
export function inLetters(bytes: Buffer): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= BITS; bits -= BITS) text += LETTERS.charAt((held >> (bits - BITS)) & 31);
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + LETTERS.charAt((held << (BITS - bits)) & 31);
}
