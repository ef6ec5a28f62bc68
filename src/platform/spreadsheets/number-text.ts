import { Decimal } from 'decimal.js';

/** A spreadsheet keeps fifteen digits of a number, and shows no more. */
const DIGITS = 15;

/** From here on a whole number has lost its last digits, a card number typed as a number; a fen, sooner. */
const LOSES_DIGITS = 1e15;
const LOSES_FEN = 1e13;

/**
 * A number of a spreadsheet as plain decimal text: the shortest that means the same, `1234.1`. Where that has
 * more than two decimals, the fifteen digits a spreadsheet itself goes by, so that a sum of 0.1 and 0.2
 * reads 0.3.
 */
export function numberText(value: number): string {
  const shortest = new Decimal(value);
  const text = shortest.decimalPlaces() <= 2 ? shortest : new Decimal(value.toPrecision(DIGITS));
  return text.toFixed();
}

/** Whether the last digits of a number are lost, so that its text cannot be trusted. */
export function hasLostDigits(value: number): boolean {
  return !Number.isFinite(value) || Math.abs(value) >= (Number.isInteger(value) ? LOSES_DIGITS : LOSES_FEN);
}
