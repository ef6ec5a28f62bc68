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
import type { Problem } from '../shared/problem';

const DATA_CHARACTERS = 8;
const CODE_CHARACTERS = 10;
const GROUPS = [4, 4, 2];
const HEX_PER_CODE = 10;

/**
 * The short code printed under the QR, `7K3M-92QF-XB`: eight characters for the first 40 bits of the
 * sheet's digest and two check characters, see {@link checkValues}.
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
  return groupedCode(codeText([...data, ...checkValues(data)]), GROUPS);
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
  const plain = plainCode(typed);
  const refuse = (code: string, facts: Problem['facts']): ReadShortCode => ({
    problem: { code, field: 'code', value: typed, ...(facts === undefined ? {} : { facts }) },
  });
  if (plain === '') return refuse('shortCode.empty', { group: 0 });
  const characters = [...plain];
  const stray = characters.findIndex((character) => !CODE_ALPHABET.includes(character));
  if (stray >= 0) {
    return refuse('shortCode.character', { group: groupOf(stray), character: characters[stray] ?? '' });
  }
  if (characters.length !== CODE_CHARACTERS) {
    const group = groupOf(Math.min(characters.length, CODE_CHARACTERS - 1));
    return refuse('shortCode.length', { group, characters: characters.length });
  }
  const checked = checkedAt(codeValues(plain));
  if (checked.agrees) return { code: groupedCode(plain, GROUPS) };
  const { suspect } = checked;
  return refuse('shortCode.check', { group: suspect === undefined ? 0 : groupOf(suspect) });
}

function groupOf(place: number): number {
  let end = 0;
  const group = GROUPS.findIndex((size) => place < (end += size));
  return group < 0 ? GROUPS.length : group + 1;
}
