const HIDDEN = '*';
const SHOWN = {
  identity: { front: 6, behind: 4 },
  account: { front: 0, behind: 4 },
  mobile: { front: 3, behind: 4 },
} as const;

/**
 * What an office that need not know the whole number sees of it: enough to tell two people of a village
 * apart, too little to use. Of an identity number the region and the last four places; of an account the
 * last four; of a mobile number three in front and four behind.
 */
export function maskedNumber(number: string, kind: keyof typeof SHOWN): string {
  const { front, behind } = SHOWN[kind];
  const shown = Math.min(front, Math.max(0, number.length - behind - 1));
  const tail = Math.min(behind, Math.max(0, number.length - shown - 1));
  const hidden = number.length - shown - tail;
  return number.slice(0, shown) + HIDDEN.repeat(hidden) + number.slice(shown + hidden);
}

/**
 * A name wherever others read it, on the wall, on paper or on the web: one character is hidden, the last but
 * one, of two the last; a neighbour knows who is meant, a stranger does not. Source: visual language §8.
 */
export function wallName(name: string): string {
  const signs = [...name];
  if (signs.length < 2) return name;
  const at = Math.max(1, signs.length - 2);
  return signs.map((sign, index) => (index === at ? HIDDEN : sign)).join('');
}

/**
 * What may hold the name of a person and more, as a small firm's does: its first character, and a sign for
 * each behind it.
 */
export function hiddenName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + HIDDEN.repeat(rest.length);
}
