const WIDE_OFFSET = 0xfee0;
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60\u201c\u201d\u2018\u2019\u2460-\u2473]/u;

/**
 * Widens the punctuation of Chinese text, whatever keyboard it was typed on: `, ; : ? !` that touch a
 * Chinese character (over spaces) and brackets around or beside Chinese become full-width, while
 * `1,260.00`, `7:30` and `(kWh)` in Latin text stay. Only the width changes, never a word, so a verbatim
 * clause stays verbatim.
 */
export function widePunctuation(text: string): string {
  const characters = [...text];
  const brackets: { readonly at: number; wide: boolean }[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '(') brackets.push({ at, wide: touchesChinese(characters, at) });
    else if (character === ')') closeBracket(characters, at, brackets.pop());
    else if (/[,;:?!]/.test(character) && touchesChinese(characters, at)) widen(characters, at);
  }
  return characters.join('');
}

/** A pair of brackets is widened together, when either of them touches Chinese. */
function closeBracket(
  characters: string[],
  at: number,
  open: { readonly at: number; wide: boolean } | undefined,
): void {
  if (open === undefined || !(open.wide || touchesChinese(characters, at))) return;
  widen(characters, open.at);
  widen(characters, at);
  const next = characters[at + 1] ?? '';
  if (/[,;:?!]/.test(next)) widen(characters, at + 1);
}

function touchesChinese(characters: readonly string[], at: number): boolean {
  return CHINESE.test(characters[at - 1] ?? '') || CHINESE.test(characters[at + 1] ?? '');
}

function widen(characters: string[], at: number): void {
  const code = characters[at]?.codePointAt(0) ?? 0;
  if (code > 0x20 && code < 0x7f) characters[at] = String.fromCodePoint(code + WIDE_OFFSET);
}
