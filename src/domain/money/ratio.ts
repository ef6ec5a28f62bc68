import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';

/**
 * An exact fraction with a positive denominator; bounds are compared with it before anything is rounded.
 */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction `numerator / denominator`; the denominator must be above zero. */
export function ratio(numerator: bigint, denominator: bigint): Ratio {
  invariant(denominator > 0n, 'a ratio has a denominator above zero');
  return { numerator, denominator };
}

/**
 * Reads a decimal (`0.6`) or a percentage (`6.25%`) exactly.
 * @throws DomainError `money.notARatio`
 */
export function readRatio(text: string): Ratio {
  const match = /^(-?)(\d+)(?:\.(\d+))?(%)?$/.exec(text.trim());
  if (match === null) throw new DomainError('money.notARatio', { value: text });
  const [, sign, whole = '0', decimals = '', percent] = match;
  const digits = BigInt(whole + decimals);
  const scale = 10n ** BigInt(decimals.length + (percent === undefined ? 0 : 2));
  return ratio(sign === '-' ? -digits : digits, scale);
}

/**
 * Negative, zero or positive as `left` is below, equal to or above `right`: by cross-multiplying, never
 * after rounding.
 */
export function compareRatios(left: Ratio, right: Ratio): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A share of an amount, which is zero or more, rounded half up to the fen, once. */
export function timesRatio(amount: bigint, { numerator, denominator }: Ratio): bigint {
  invariant(amount >= 0n && numerator >= 0n, 'a share is taken of an amount that is not negative');
  return (2n * amount * numerator + denominator) / (2n * denominator);
}

/** The exact sum of fractions. */
export function sumRatios(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(
    (sum, next) => ({
      numerator: sum.numerator * next.denominator + next.numerator * sum.denominator,
      denominator: sum.denominator * next.denominator,
    }),
    ratio(0n, 1n),
  );
}

/**
 * A fraction whose denominator is a power of ten as plain per cent digits, exact: 1/16 as 6.25. The sum of
 * what {@link readRatio} reads is one.
 */
export function percentDigits({ numerator, denominator }: Ratio): string {
  const decimals = denominator.toString().length - 1;
  invariant(
    denominator === 10n ** BigInt(decimals),
    'a percentage written in digits has a decimal denominator',
  );
  const digits = (numerator * 100n).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** A fraction in lowest terms, `1/3`; `0` for none, a whole number without a denominator. */
export function fractionText({ numerator, denominator }: Ratio): string {
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const whole = (numerator / divisor).toString();
  return divisor === denominator ? whole : `${whole}/${(denominator / divisor).toString()}`;
}

/** A share as it is written: per cent where its digits end, a fraction where they do not. */
export function shareText(share: Ratio): string {
  const isDecimal = /^10*$/.test(share.denominator.toString());
  return isDecimal ? `${percentDigits(share)}%` : fractionText(share);
}

/** The greatest whole number that divides both; the other where one is zero. */
export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
