import { Decimal } from 'decimal.js';
import { type Fen, MAX_FEN } from './fen';
import { halfWidth } from '../shared/half-width';
import { invariant } from '../shared/invariant';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const QUANTITY_PATTERN = /^(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.\d{1,8})?$/;

/**
 * Reads a quantity or a price as typed (`1,842.3150`, `0.3844`), at most 12 digits before and 8 after the
 * point. Commas stand by thousands or not at all: in `1234,567` nobody knows whether the comma was meant as
 * a point.
 * @returns the number in plain digits with its own decimals kept, or undefined when the text is not one
 */
export function readQuantity(text: string): string | undefined {
  const typed = halfWidth(text).trim();
  return QUANTITY_PATTERN.test(typed) ? typed.replace(/,/g, '') : undefined;
}

/**
 * The product of quantities, prices and rates, in yuan, rounded half away from zero to the fen, once:
 * `charge('49236', '0.3844')`. Every factor is a plain decimal string; an amount already in fen goes
 * through {@link chargeOn}.
 */
export function charge(...factors: readonly string[]): Fen {
  return toFen(factors.reduce((product, factor) => product.times(factor), new Exact(100)));
}

/** The same charge, or undefined where it is beyond what a money column may hold. */
export function chargeInRange(...factors: readonly string[]): Fen | undefined {
  const fen = factors.reduce((product, factor) => product.times(factor), new Exact(100));
  return fen.abs().toDecimalPlaces(0, Decimal.ROUND_HALF_UP).lte(MAX_FEN.toString()) ? toFen(fen) : undefined;
}

/** A rate on an amount (`85,466.14 × 2.9 %`), rounded half away from zero to the fen, once. */
export function chargeOn(base: Fen, rate: string): Fen {
  return toFen(new Exact(base.toString()).times(rate));
}

/** The exact product of plain decimal strings, as a plain decimal string: meter difference × multiplier. */
export function product(...factors: readonly string[]): string {
  return factors.reduce((result, factor) => result.times(factor), new Exact(1)).toFixed();
}

/**
 * How much falls on each unit, to two decimals, half away from zero: kWh per kW. The units are above zero.
 */
export function quotient(quantity: string, units: string): string {
  return new Exact(quantity).dividedBy(units).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed();
}

/**
 * What a quantity is of another in per cent to two decimals, the rest cut off: what is below a bound never
 * reads as the bound. Both may have any number of decimals.
 * @returns undefined where the other is not above zero
 */
export function percentOf(part: string, whole: string): string | undefined {
  if (new Exact(whole).lte(0)) return undefined;
  return new Exact(part).times(10_000).divToInt(whole).times('0.01').toFixed();
}

/** The exact difference `left − right` as a plain decimal string. */
export function difference(left: string, right: string): string {
  return new Exact(left).minus(right).toFixed();
}

/** The exact sum of plain decimal strings, as a plain decimal string. */
export function sumQuantities(quantities: readonly string[]): string {
  return quantities.reduce((sum, each) => sum.plus(each), new Exact(0)).toFixed();
}

/** Negative, zero or positive as `left` is below, equal to or above `right`. */
export function compareQuantities(left: string, right: string): number {
  return new Exact(left).comparedTo(right);
}

function toFen(value: Decimal): Fen {
  const fen = BigInt(value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed());
  invariant(fen <= MAX_FEN && fen >= -MAX_FEN, 'an amount lies within the range of a money column');
  return fen;
}
