import { bare } from './named-people';
import { privateNumberProblems } from './private-number';
import type { Problem } from './problem';

/** How many letters and figures a written reason has at least. */
export const LEAST_REASON = 4;

/** How many letters and figures a text has: stops, dashes and blanks say nothing, however many there are. */
export function letterCount(text: string): number {
  return [...bare(text)].length;
}

/**
 * Reasons that say too little ("好", "。。。。"), by their fields. A blank one is none: whether it is missing,
 * its question says. Letters and figures alone count. Code `policy.reasonTooShort`.
 */
export function shortReasonProblems(reasons: Readonly<Record<string, string>>): Problem[] {
  const least = LEAST_REASON;
  return Object.entries(reasons)
    .filter(([, value]) => value.trim() !== '' && letterCount(value) < least)
    .map(([field, value]) => ({ code: 'policy.reasonTooShort', field, value, facts: { least } }));
}

/** Texts of nothing but stops and dashes, by their fields: they are as good as none. Code `form.missing`. */
export function saysNothingProblems(texts: Readonly<Record<string, string>>): Problem[] {
  return Object.entries(texts)
    .filter(([, value]) => letterCount(value) === 0)
    .map(([field]) => ({ code: 'form.missing', field }));
}

/** What is wrong with reasons that were written and are kept for ever: these, and `form.privateNumber`. */
export function writtenProblems(reasons: Readonly<Record<string, string>>): Problem[] {
  return [...privateNumberProblems(reasons), ...shortReasonProblems(reasons)];
}
