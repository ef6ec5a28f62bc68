import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { plainName } from './plain-name';
import type { Problem } from './problem';
import { writtenProblems } from './short-reason';

/** What a paper says: on which day, how much. */
export interface OfPaper {
  readonly day: CalendarDay;
  readonly amount: Fen;
  readonly paper: string;
}

/**
 * What is asked of who enters the same day, sum and paper a second time: it may be right, as two machines of
 * one purchase are, and then says why. Blanks, full width and a full stop make no other paper. Codes
 * `twice.samePaper`, `twice.notSeen`, `form.privateNumber`, `policy.reasonTooShort`; all of field
 * `twiceReason`. Source: product decision, nothing is booked twice unasked.
 */
export function enteredTwiceProblems(
  typed: OfPaper,
  standing: readonly OfPaper[],
  twiceReason: string,
): Problem[] {
  const same = standing.some(
    ({ day, amount, paper }) =>
      day === typed.day && amount === typed.amount && plainName(paper) === plainName(typed.paper),
  );
  const isSaid = twiceReason.trim() !== '';
  const field = 'twiceReason';
  if (isSaid && !same) return [{ code: 'twice.notSeen', field }];
  if (isSaid) return writtenProblems({ twiceReason });
  if (!same) return [];
  const { day, amount, paper } = typed;
  return [{ code: 'twice.samePaper', field, facts: { day, amount, paper } }];
}
