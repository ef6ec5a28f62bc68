/**
 * 32 characters without 0, 1, I and O, which people mistake for one another on paper. A character's value
 * is its place.
 */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What people typed of a code: capitals of half width, without spaces, dashes and dots. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_.·‐-―−-]/gu, '');
}

/** The characters of values. */
export function codeText(values: readonly number[]): string {
  return values.map((value) => CODE_ALPHABET.charAt(value)).join('');
}

/** The values of characters, each of the alphabet. */
export function codeValues(plain: string): number[] {
  return [...plain].map((character) => CODE_ALPHABET.indexOf(character));
}

/** A code in groups of so many characters, as it is printed. */
export function groupedCode(plain: string, groups: readonly number[]): string {
  let start = 0;
  return groups.map((size) => plain.slice(start, (start += size))).join('-');
}

/** Powers of the generator 2 in the field of 32 elements with x^5 + x^2 + 1, and their logarithms. */
const POWERS = Array.from({ length: 31 }).reduce<number[]>((powers) => {
  const doubled = (powers.at(-1) ?? 0) << 1;
  return powers.length === 0 ? [1] : [...powers, doubled > 31 ? doubled ^ 0b100101 : doubled];
}, []);

function power(exponent: number): number {
  return POWERS[((exponent % 31) + 31) % 31] ?? 0;
}

function logarithm(value: number): number {
  return POWERS.indexOf(value);
}

function times(left: number, right: number): number {
  return left === 0 || right === 0 ? 0 : power(logarithm(left) + logarithm(right));
}

/**
 * The sum of the characters, each weighted by the generator to the power of its place times `order`; zero
 * for a true code.
 */
function syndrome(values: readonly number[], order: number): number {
  return values.reduce((sum, value, place) => sum ^ times(value, power(order * place)), 0);
}

/**
 * The two last values of a code (a Reed–Solomon code over 32 elements): any one or two wrong characters, and
 * so any swap of two, are found.
 * @param data at most 29 values
 */
export function checkValues(data: readonly number[]): [number, number] {
  const sum = syndrome(data, 0);
  const weighted = syndrome(data, 1);
  const at = data.length;
  // c + d = sum and g^at c + g^(at+1) d = weighted (in this field plus and minus are the same).
  const last = times(weighted ^ times(sum, power(at)), power(-logarithm(power(at) ^ power(at + 1))));
  return [sum ^ last, last];
}

/**
 * Whether the check characters agree, and if not, where a single wrong character would stand; undefined
 * where more than one must be wrong.
 */
export function checkedAt(
  values: readonly number[],
): { readonly agrees: true } | { readonly agrees: false; readonly suspect: number | undefined } {
  const sum = syndrome(values, 0);
  const weighted = syndrome(values, 1);
  if (sum === 0 && weighted === 0) return { agrees: true };
  if (sum === 0 || weighted === 0) return { agrees: false, suspect: undefined };
  const place = (logarithm(weighted) - logarithm(sum) + 31) % 31;
  return { agrees: false, suspect: place < values.length ? place : undefined };
}
