import { ADVICE_DATA, adviceCodeOf, readAdviceCode } from '../../../src/domain/payouts/advice-code';
import { CODE_ALPHABET } from '../../../src/domain/shared/checked-code';

const CODES = Array.from({ length: 32 }, (_, index) =>
  adviceCodeOf(Uint8Array.from({ length: ADVICE_DATA }, (_each, place) => (index * 97 + place * 53) % 256)),
);

describe('the code on a pay advice', () => {
  it('has four groups of four, the last two characters for checking', () => {
    expect(adviceCodeOf(new Uint8Array(ADVICE_DATA))).toBe('2222-2222-2222-2222');
    expect(new Set(CODES).size).toBe(CODES.length);
    for (const code of CODES) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  });

  it('is read as people type it', () => {
    for (const code of CODES) {
      const plain = code.replace(/-/g, '');
      for (const typed of [code, plain.toLowerCase(), ` ${plain.slice(0, 7)} ${plain.slice(7)} `])
        expect(readAdviceCode(typed)).toBe(code);
    }
  });

  it('is none with one or two wrong characters, two swapped, one too many or too few', () => {
    const [code = ''] = CODES.slice(7);
    const plain = [...code.replace(/-/g, '')];
    const other = (place: number): string =>
      CODE_ALPHABET.charAt((CODE_ALPHABET.indexOf(plain[place] ?? '') + 5) % 32);
    const changed = (...places: readonly number[]): string =>
      plain.map((own, place) => (places.includes(place) ? other(place) : own)).join('');
    const places = plain.map((_, place) => place);
    for (const one of places) {
      expect(readAdviceCode(changed(one))).toBeUndefined();
      for (const two of places.slice(one + 1)) {
        expect(readAdviceCode(changed(one, two))).toBeUndefined();
        const swapped = plain.map((own, at) => plain[at === one ? two : at === two ? one : at] ?? own);
        if (plain[one] !== plain[two]) expect(readAdviceCode(swapped.join(''))).toBeUndefined();
      }
    }
    for (const typed of ['', `${code}2`, code.slice(1), code.replace(/.$/, '0'), '请看通知单'])
      expect(readAdviceCode(typed)).toBeUndefined();
  });
});
