import type { Fen } from './fen';
import { type Ratio, readRatio, timesRatio } from './ratio';

/** Whether what is agreed holds the tax already, or the tax is charged on top of it. */
export const TAX_BASES = ['inclusive', 'net'] as const;
export type TaxBasis = (typeof TAX_BASES)[number];

/** An amount told with and without its tax. Fen; net + tax = gross. */
export interface Taxed {
  readonly net: Fen;
  readonly tax: Fen;
  readonly gross: Fen;
}

/**
 * The tax in an amount, or on top of it: rounded half up to the fen once, at the line it is printed on, and
 * the other part is what is left, so that the two always add up to the whole. A reversal mirrors it.
 * Source: 增值税法 art. 11, the simple method; product decision on rounding.
 */
export function vatOf(amount: Fen, basis: TaxBasis, percent: string): Taxed {
  const rate = readRatio(`${percent}%`);
  if (basis === 'net') {
    const tax = timesRatio(amount, rate);
    return { net: amount, tax, gross: amount + tax };
  }
  const tax = timesRatio(amount, partWithin(rate));
  return { net: amount - tax, tax, gross: amount };
}

/** Which part of an amount that holds the tax is tax: 3 % on top are 3 in 103. */
function partWithin({ numerator, denominator }: Ratio): Ratio {
  return { numerator, denominator: denominator + numerator };
}
