import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';

/** Why single lines came back, by the line's use. */
export type LineReasons = Readonly<Record<string, string>>;

/** The longest reason of one line. */
const LONGEST = 200;

/**
 * Reads why single lines of a plan come back; lines without a reason are left out.
 * @param known the uses of the plan's lines
 * @returns problems `form.notAllowed` of a line that is none of the plan's, `form.tooLong`,
 *   `form.privateNumber`
 */
export function readLineReasons(
  typed: LineReasons,
  known: readonly string[],
): { readonly reasons: LineReasons; readonly problems: Problem[] } {
  const given = Object.entries(typed)
    .map(([use, text]) => [use, text.trim()] as const)
    .filter(([, text]) => text !== '');
  const problems = given.flatMap(([use, text]): Problem[] => {
    const field = `lineReasons.${use}`;
    if (!known.includes(use)) return [{ code: 'form.notAllowed', field, value: use }];
    if (text.length > LONGEST) return [{ code: 'form.tooLong', field, facts: { max: LONGEST } }];
    return privateNumberProblems({ [field]: text });
  });
  return { reasons: Object.fromEntries(given), problems };
}
