import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';

/** How long a written reason is, in characters. */
export const WRITTEN_REASON = { least: 4, most: 200 } as const;

/**
 * What is left of what asks why, once a reason was given: all of it without one; a reason that says nothing
 * is told so once. Nothing asks: nothing is left. Code `policy.reasonTooShort`.
 */
export function unanswered(asks: readonly Problem[], reason: string): Problem[] {
  const { least } = WRITTEN_REASON;
  const [first] = asks;
  const length = [...reason.trim()].length;
  if (first === undefined || length >= least) return [];
  if (length === 0) return [...asks];
  return [{ code: 'policy.reasonTooShort', field: first.field, value: reason, facts: { least } }];
}

/**
 * What is wrong with the reason somebody gives: `form.missing`, `policy.reasonTooShort`, `form.tooLong`,
 * `form.privateNumber` (it is kept for ever). Blanks around it do not count.
 */
export function reasonProblems(reason: string): Problem[] {
  const { least, most } = WRITTEN_REASON;
  const length = [...reason.trim()].length;
  const field = 'reason';
  if (length === 0) return [{ code: 'form.missing', field }];
  if (length < least) return [{ code: 'policy.reasonTooShort', field, value: reason, facts: { least } }];
  if (length > most) return [{ code: 'form.tooLong', field, facts: { max: most } }];
  return privateNumberProblems({ reason });
}
