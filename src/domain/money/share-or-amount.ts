import { halfWidth } from '../shared/half-width';
import { type Fen, readYuan } from './fen';

const PERCENT = /^(\d{1,3})(?:\.(\d{1,4}))?\s*%$/;

/**
 * Reads what is typed as a percentage of something (`5%`) or as an amount in yuan (`475.00`). The share is
 * rounded to the fen, half upwards.
 * @param base what a percentage is of, zero or more
 * @returns undefined for what is neither, and for more than 100 %
 */
export function readShareOrAmount(typed: string, base: Fen): Fen | undefined {
  const text = halfWidth(typed).trim();
  const percent = PERCENT.exec(text);
  if (percent === null) return readYuan(text);
  const [, whole = '0', decimals = ''] = percent;
  const parts = BigInt(whole + decimals.padEnd(4, '0'));
  const all = 100n * 10n ** 4n;
  return parts > all ? undefined : (2n * base * parts + all) / (2n * all);
}
