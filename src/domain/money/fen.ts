import { DomainError } from '../shared/domain-error';
import { halfWidth } from '../shared/half-width';

/**
 * Money in fen (1/100 yuan), exact from form to column. Negative amounts are allowed only where a rule says
 * so.
 */
export type Fen = bigint;

/**
 * The largest amount a column may hold, 2^53−1 fen: about 90 trillion yuan. SQLite hands back larger
 * integers inexactly.
 */
export const MAX_FEN: Fen = 9_007_199_254_740_991n;

const YUAN_PATTERN = /^([+\-−])?(\d{1,3}(?:,\d{3}){1,4}|\d{1,14})(?:\.(\d{1,2}))?$/;

/** An amount of any size, up to lengths nobody types. */
const ANY_YUAN_PATTERN = /^[+\-−]?(?:\d{1,3}(?:,\d{3}){1,300}|\d{1,1000})(?:\.\d{1,2})?$/;

/** The sign of yuan, as keyboards and tables have it, and the word behind a figure. */
const SIGN_BEFORE = /^([+\-\u2212]?)[\u00a5\uffe5]\s*(?=[+\-\u2212\d])/;
const WORD_BEHIND = /(\d)\s*\u5143$/;

/** What is typed without the sign of yuan before it and its word behind it, one of each at most. */
function bareAmount(text: string): string {
  return halfWidth(text).trim().replace(SIGN_BEFORE, '$1').replace(WORD_BEHIND, '$1');
}

/** Whether an amount says by itself that it is one of yuan. */
export function saysYuan(text: string): boolean {
  return bareAmount(text) !== halfWidth(text).trim();
}

/**
 * Reads an amount in yuan as people type it: `1260`, `1,260.5`, `-3.20`, in full-width digits too, with the
 * sign or the word of yuan. Ten thousands of yuan are another unit, and no amount here.
 * @returns the amount in fen, or undefined when the text is not an amount of at most two decimals within
 *   the range.
 */
export function readYuan(text: string): Fen | undefined {
  const match = YUAN_PATTERN.exec(bareAmount(text));
  if (match === null) return undefined;
  const [, sign, yuan = '0', decimals = ''] = match;
  const fen = BigInt(yuan.replace(/,/g, '')) * 100n + BigInt(decimals.padEnd(2, '0'));
  if (fen > MAX_FEN) return undefined;
  return sign === undefined || sign === '+' ? fen : -fen;
}

/** Whether the text is an amount like any other, but larger than a column may hold. */
export function isBeyondRange(text: string): boolean {
  return readYuan(text) === undefined && ANY_YUAN_PATTERN.test(bareAmount(text));
}

/**
 * Reads an amount in yuan that must be one.
 * @throws DomainError `money.notAnAmount`
 */
export function requireYuan(text: string): Fen {
  const fen = readYuan(text);
  if (fen === undefined) throw new DomainError('money.notAnAmount', { value: text });
  return fen;
}

/** Yuan with two decimals and no grouping, as a machine or a spreadsheet wants it: `-1260.00`. */
export function plainYuan(fen: Fen): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Yuan as a page or a sheet prints it: grouped by thousands, two decimals, U+2212 before a negative:
 * `−1,260.00`.
 */
export function yuanText(fen: Fen): string {
  const [yuan = '0', decimals = '00'] = plainYuan(fen < 0n ? -fen : fen).split('.');
  return `${fen < 0n ? '−' : ''}${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}

/**
 * An amount in ten thousands of yuan with four decimals, as notices of agreed returns print it: 127,747.50 is
 * `12.7748`, rounded half away from zero. What is kept and booked is the fen.
 */
export function tenThousandsText(fen: Fen): string {
  const magnitude = ((fen < 0n ? -fen : fen) + 50n) / 100n;
  const whole = (magnitude / 10_000n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = (magnitude % 10_000n).toString().padStart(4, '0');
  return `${fen < 0n && magnitude > 0n ? '−' : ''}${whole}.${decimals}`;
}

/** The sum of amounts in fen; zero for none. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}
