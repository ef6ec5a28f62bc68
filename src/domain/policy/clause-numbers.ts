import { compareRatios, ratio, readRatio, type Ratio } from '../money/ratio';

/** A number as a clause writes it (`2.9%`, `99,000`), and what it is. */
export interface ClauseNumber {
  readonly written: string;
  readonly value: Ratio;
}

const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/;
const SCALES: Readonly<Record<string, Ratio>> = {
  '%': ratio(1n, 100n),
  '\u2030': ratio(1n, 1000n),
  '\u4e07': ratio(10_000n, 1n),
  '\u4ebf': ratio(100_000_000n, 1n),
};

/**
 * Every number a clause writes in digits, with the sign behind it that scales it: per cent, per mille, ten
 * thousand (U+4E07), a hundred million (U+4EBF).
 */
export function clauseNumbers(text: string): ClauseNumber[] {
  const pattern = new RegExp(`(${NUMBER.source})([${Object.keys(SCALES).join('')}]?)`, 'g');
  return [...text.matchAll(pattern)].map(([written, digits = '0', sign = '']) => {
    const plain = readRatio(digits.replaceAll(',', ''));
    const scale = SCALES[sign] ?? ratio(1n, 1n);
    const value = ratio(plain.numerator * scale.numerator, plain.denominator * scale.denominator);
    return { written, value };
  });
}

/**
 * Whether the clause states this number. Zero needs no statement: `more_than 0` asks for anything at all,
 * not for a threshold. Source: product decision "no rule's number without its clause".
 */
export function statesNumber(text: string, number: string): boolean {
  const asked = readRatio(number);
  return asked.numerator === 0n || clauseNumbers(text).some(({ value }) => compareRatios(value, asked) === 0);
}
