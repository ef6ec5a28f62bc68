import { readShortCode, shortCodeOf } from '../../../src/domain/notices/short-code';
import { CODE_ALPHABET } from '../../../src/domain/shared/checked-code';

const DIGESTS = Array.from({ length: 200 }, (_, index) =>
  ((BigInt(index) * 0x9e3779b97f4a7c15n + 0x1234567n) & ((1n << 64n) - 1n)).toString(16).padStart(16, '0'),
);

function plain(code: string): string {
  return code.replace(/-/g, '');
}

function withOneWrong(code: string): { typed: string; place: number }[] {
  return Array.from(code, (right, place) =>
    Array.from(CODE_ALPHABET)
      .filter((wrong) => wrong !== right)
      .map((wrong) => ({ typed: code.slice(0, place) + wrong + code.slice(place + 1), place })),
  ).flat();
}

function withTwoSwapped(code: string): string[] {
  const places = Array.from(code, (_, place) => place);
  const pairs = places.flatMap((left) => places.slice(left + 1).map((right) => [left, right] as const));
  return pairs
    .filter(([left, right]) => code[left] !== code[right])
    .map(([left, right]) =>
      [...code]
        .map((own, place) => code[place === left ? right : place === right ? left : place] ?? own)
        .join(''),
    );
}

describe('short code', () => {
  test('has three groups of four, four and two characters without 0, 1, I and O', () => {
    expect(CODE_ALPHABET).toHaveLength(32);
    expect(new Set(CODE_ALPHABET).size).toBe(32);
    for (const digest of DIGESTS) {
      expect(shortCodeOf(digest)).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{2}$/);
    }
  });

  test('the golden codes', () => {
    expect(shortCodeOf('0000000000')).toBe('2222-2222-22');
    expect(shortCodeOf('5c0e91d7f3a24b68')).toBe('DJ9B-5PZM-9A');
    expect(shortCodeOf('5c0e91d7f3a24b680d9e', 1)).toBe('NB7Q-J5EY-KY');
  });

  test('every single wrong character is found, and its group named', () => {
    for (const digest of DIGESTS.slice(0, 20)) {
      for (const { typed, place } of withOneWrong(plain(shortCodeOf(digest)))) {
        const group = place < 4 ? 1 : place < 8 ? 2 : 3;
        expect(readShortCode(typed)).toMatchObject({
          problem: { code: 'shortCode.check', facts: { group } },
        });
      }
    }
  });

  test('every swap of two different characters is found, neighbours or not', () => {
    for (const typed of DIGESTS.flatMap((digest) => withTwoSwapped(plain(shortCodeOf(digest))))) {
      expect(readShortCode(typed)).toMatchObject({ problem: { code: 'shortCode.check' } });
    }
  });

  const CODE = shortCodeOf('5c0e91d7f3');

  test.each([
    ['as printed', CODE],
    ['in lower case', CODE.toLowerCase()],
    ['without dashes', plain(CODE)],
    ['with spaces', ` ${[...plain(CODE)].join(' ')} `],
    ['with long dashes', CODE.replace(/-/g, '\u2014')],
    [
      'in full-width letters',
      [...plain(CODE)].map((c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)).join(''),
    ],
  ])('is read %s', (_, typed) => {
    expect(readShortCode(typed)).toEqual({ code: CODE });
  });

  test.each([
    ['', 'shortCode.empty', { group: 0 }],
    [' - ', 'shortCode.empty', { group: 0 }],
    ['7K3M-9OQF-XB', 'shortCode.character', { group: 2, character: 'O' }],
    ['7K3M-92QF-X1', 'shortCode.character', { group: 3, character: '1' }],
    ['7K3', 'shortCode.length', { group: 1, characters: 3 }],
    ['7K3M-92Q', 'shortCode.length', { group: 2, characters: 7 }],
    ['7K3M-92QF-XBB', 'shortCode.length', { group: 3, characters: 11 }],
  ])('refuses %p with %s and says which group', (typed, code, facts) => {
    expect(readShortCode(typed)).toEqual({ problem: { code, field: 'code', value: typed, facts } });
  });
});
