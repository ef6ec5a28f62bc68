import {
  checkedAt,
  checkValues,
  CODE_ALPHABET,
  codeText,
  codeValues,
  groupedCode,
  plainCode,
} from '../shared/checked-code';
import { invariant } from '../shared/invariant';

/** So many characters of five random bits each: 70 bits, which nobody guesses. */
export const ADVICE_DATA = 14;
const GROUPS = [4, 4, 4, 4];
const CHARACTERS = 16;

/**
 * The code on a pay advice, `7K3M-92QF-XB4T-H8WE`, with two check characters behind the random ones.
 * @param random {@link ADVICE_DATA} bytes, of which five bits each count
 */
export function adviceCodeOf(random: Uint8Array): string {
  invariant(random.length === ADVICE_DATA, 'a code is made from so many random bytes');
  const data = [...random].map((byte) => byte & 31);
  return groupedCode(codeText([...data, ...checkValues(data)]), GROUPS);
}

/** A code as people type it; undefined where it is none, whatever is wrong with it. */
export function readAdviceCode(typed: string): string | undefined {
  const plain = plainCode(typed);
  const isWhole = plain.length === CHARACTERS && [...plain].every((each) => CODE_ALPHABET.includes(each));
  return isWhole && checkedAt(codeValues(plain)).agrees ? groupedCode(plain, GROUPS) : undefined;
}
