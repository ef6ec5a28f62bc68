import { privateNumberProblems } from './private-number';
import type { Problem } from './problem';

/** How many characters a written reason has at least. */
export const LEAST_REASON = 4;

/**
 * Reasons that say too little ("好"), by their fields. A blank one is none: whether it is missing, its
 * question says. Blanks around it do not count. Code `policy.reasonTooShort`.
 */
export function shortReasonProblems(reasons: Readonly<Record<string, string>>): Problem[] {
  const least = LEAST_REASON;
  return Object.entries(reasons)
    .map(([field, value]) => ({ field, value, length: [...value.trim()].length }))
    .filter(({ length }) => length > 0 && length < least)
    .map(({ field, value }) => ({ code: 'policy.reasonTooShort', field, value, facts: { least } }));
}

/** What is wrong with reasons that were written and are kept for ever: these, and `form.privateNumber`. */
export function writtenProblems(reasons: Readonly<Record<string, string>>): Problem[] {
  return [...privateNumberProblems(reasons), ...shortReasonProblems(reasons)];
}
