import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { LEAST_REASON, shortReasonProblems } from '../shared/short-reason';

/** How long a written reason is, in characters. */
export const WRITTEN_REASON = { least: LEAST_REASON, most: 200 } as const;

/**
 * What is left of what asks why, once a reason was given: all of it without one; a reason that says nothing
 * is told so once. Nothing asks: nothing is left. Code `policy.reasonTooShort`.
 */
export function unanswered(asks: readonly Problem[], reason: string): Problem[] {
  const [first] = asks;
  if (first === undefined || reason.trim() === '') return [...asks];
  return shortReasonProblems({ [first.field]: reason });
}

/**
 * What is wrong with the reason somebody gives: `form.missing`, `policy.reasonTooShort`, `form.tooLong`,
 * `form.privateNumber` (it is kept for ever). Blanks around it do not count.
 */
export function reasonProblems(reason: string): Problem[] {
  const { most } = WRITTEN_REASON;
  const length = [...reason.trim()].length;
  const field = 'reason';
  if (length === 0) return [{ code: 'form.missing', field }];
  const short = shortReasonProblems({ reason });
  if (short.length > 0) return short;
  if (length > most) return [{ code: 'form.tooLong', field, facts: { max: most } }];
  return privateNumberProblems({ reason });
}
