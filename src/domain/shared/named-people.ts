import type { Problem } from './problem';

/** One width, and nothing but letters and figures: no blank or sign between them hides a name. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether two names are one by their letters and figures, whatever was typed between or behind them. */
export function isSameName(one: string, other: string): boolean {
  return bare(one).toLowerCase() === bare(other).toLowerCase();
}

/** Whether a name has any letter or figure: of anything else nobody is called. */
export function hasLetters(name: string): boolean {
  return bare(name) !== '';
}

/**
 * Names that stand in texts, as they are entered; blanks, dots and signs that nobody sees between two signs
 * of a name do not count. Of one sign none, it may be a word.
 */
export function namesIn(names: Iterable<string>, texts: readonly string[]): string[] {
  const read = texts.map(bare);
  return [...new Set(names)].filter((name) => {
    const plain = bare(name);
    return [...plain].length > 1 && read.some((text) => text.includes(plain));
  });
}

/**
 * Refuses texts that name people of the village's list: they are kept, and read by many, for good.
 * @param typed the texts by their fields
 * @param named the names of the list that stand in them, and the code of the refusal
 */
export function namedPeopleProblems(
  typed: Readonly<Record<string, string>>,
  { names, code }: { readonly names: readonly string[]; readonly code: string },
): Problem[] {
  return Object.entries(typed).flatMap(([field, text]) => {
    const [name] = namesIn(names, [text]);
    return name === undefined ? [] : [{ code, field, facts: { name } }];
  });
}
