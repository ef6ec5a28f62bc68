import type { Problem } from '../../domain/shared/problem';
import { findUnprintable, type FontFiles } from './font-files';

/**
 * The fields, as typed, with a character that no font of the sheets has: code `form.notPrintable` (facts:
 * character). Told where it is typed; once booked it stays, and is printed as a box with its code.
 */
export function unprintableProblems(typed: Readonly<Record<string, string>>, files: FontFiles): Problem[] {
  return Object.entries(typed).flatMap(([field, text]) => {
    const character = findUnprintable([text], files);
    return character === undefined ? [] : [{ code: 'form.notPrintable', field, facts: { character } }];
  });
}

/** Marks between characters that print nothing by themselves: joiners, selectors of an emoji's look. */
const UNSEEN = /^\p{Default_Ignorable_Code_Point}$/u;

/** What stands in a box in place of a character: its code, in two rows; nothing where it prints nothing. */
export function boxedCode(character: string): readonly [upper: string, lower: string] | undefined {
  if (UNSEEN.test(character)) return undefined;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const cut = Math.ceil(code.length / 2);
  return [code.slice(0, cut), code.slice(cut)];
}
