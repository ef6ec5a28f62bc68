import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';

/**
 * 32 characters without 0, 1, I and O, which people mistake for one another on paper. A character's value
 * is its place.
 */
export const SHORT_CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const DATA_CHARACTERS = 8;
const CODE_CHARACTERS = 10;
const GROUPS = [4, 4, 2];
const HEX_PER_CODE = 10;

/**
 * The short code printed under the QR, `7K3M-92QF-XB`: eight characters for the first 40 bits of the
 * sheet's digest and two check characters (a Reed–Solomon code over 32 elements), so that any one or two
 * wrong characters, and so any swap of two, are found.
 * @param digestHex the sheet's digest in hexadecimal, at least 10 digits (10 more for each further attempt)
 * @param attempt 0, or higher when the code of the attempt before already stands for another sheet
 */
export function shortCodeOf(digestHex: string, attempt = 0): string {
  const part = digestHex.slice(attempt * HEX_PER_CODE, (attempt + 1) * HEX_PER_CODE);
  invariant(/^[0-9a-f]{10}$/i.test(part), 'a short code is made from ten hexadecimal digits');
  const bits = BigInt(`0x${part}`);
  const data = Array.from({ length: DATA_CHARACTERS }, (_, place) =>
    Number((bits >> BigInt(5 * (DATA_CHARACTERS - 1 - place))) & 31n),
  );
  return grouped([...data, ...checkValues(data)].map((value) => SHORT_CODE_ALPHABET.charAt(value)).join(''));
}

/** A code that was read, or what is wrong with what was typed. */
export type ReadShortCode = { readonly code: string } | { readonly problem: Problem };

/**
 * Reads a short code as people type it: lower case, spaces, missing or odd dashes and full-width letters
 * are all right. Problems carry `facts.group`, the group of the code (1 to 3) that fails, or 0 where it
 * cannot be told:
 * `shortCode.empty`, `shortCode.length` (facts `characters`, the count found), `shortCode.character` (facts
 * `character`, one that no code contains) and `shortCode.check` (the check characters do not agree).
 */
export function readShortCode(typed: string): ReadShortCode {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s_.·‐-―−-]/gu, '');
  const refuse = (code: string, facts: Problem['facts']): ReadShortCode => ({
    problem: { code, field: 'code', value: typed, ...(facts === undefined ? {} : { facts }) },
  });
  if (plain === '') return refuse('shortCode.empty', { group: 0 });
  const characters = [...plain];
  const stray = characters.findIndex((character) => !SHORT_CODE_ALPHABET.includes(character));
  if (stray >= 0) {
    return refuse('shortCode.character', { group: groupOf(stray), character: characters[stray] ?? '' });
  }
  if (characters.length !== CODE_CHARACTERS) {
    const group = groupOf(Math.min(characters.length, CODE_CHARACTERS - 1));
    return refuse('shortCode.length', { group, characters: characters.length });
  }
  const values = characters.map((character) => SHORT_CODE_ALPHABET.indexOf(character));
  const sum = syndrome(values, 0);
  const weighted = syndrome(values, 1);
  if (sum === 0 && weighted === 0) return { code: grouped(plain) };
  return refuse('shortCode.check', { group: suspectGroup(sum, weighted) });
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

/** The two last values that make both sums zero. */
function checkValues(data: readonly number[]): [number, number] {
  const sum = syndrome(data, 0);
  const weighted = syndrome(data, 1);
  // c8 + c9 = sum and g^8 c8 + g^9 c9 = weighted (in this field plus and minus are the same).
  const last = times(weighted ^ times(sum, power(8)), power(-logarithm(power(8) ^ power(9))));
  return [sum ^ last, last];
}

/** Where a single wrong character stands, told by the two sums; 0 when more than one must be wrong. */
function suspectGroup(sum: number, weighted: number): number {
  if (sum === 0 || weighted === 0) return 0;
  const place = (logarithm(weighted) - logarithm(sum) + 31) % 31;
  return place < CODE_CHARACTERS ? groupOf(place) : 0;
}

function groupOf(place: number): number {
  let end = 0;
  const group = GROUPS.findIndex((size) => place < (end += size));
  return group < 0 ? GROUPS.length : group + 1;
}

function grouped(plain: string): string {
  let start = 0;
  return GROUPS.map((size) => plain.slice(start, (start += size))).join('-');
}
