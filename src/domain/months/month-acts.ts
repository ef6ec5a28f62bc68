import { type CalendarDay, firstDayOf, lastDayOf, type Month } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import { letterCount } from '../shared/short-reason';

/** How long the reason for opening a held month again is, in letters at least: a sentence, not a sign. */
export const REOPENING_REASON = { least: 4, most: 200 } as const;

/**
 * What is wrong with the reason for opening a held month again: `form.missing`, `months.reasonTooShort`,
 * `form.tooLong`. Blanks around it do not count.
 */
export function reopeningProblems(reason: string): Problem[] {
  const { least, most } = REOPENING_REASON;
  const length = [...reason.trim()].length;
  const field = 'reason';
  if (length === 0) return [{ code: 'form.missing', field }];
  if (letterCount(reason) < least)
    return [{ code: 'months.reasonTooShort', field, value: reason, facts: { least } }];
  if (length > most) return [{ code: 'form.tooLong', field, facts: { max: most } }];
  return [];
}

/** Whether a sheet over these days prints figures of the month. */
export function coversMonth(
  period: { readonly from: CalendarDay; readonly to: CalendarDay },
  month: Month,
): boolean {
  return period.from <= lastDayOf(month) && period.to >= firstDayOf(month);
}

/**
 * A month whose figures hang on the wall stays as it is: what is wrong is corrected in an open month, by a
 * sheet that says so.
 * @throws DomainError `months.onPublishedSheet`
 */
export function requireOnNoSheet(
  month: Month,
  sheets: readonly { readonly year: number; readonly number: number }[],
): void {
  if (sheets.length === 0) return;
  const printed = sheets.map(({ year, number }) => `${String(year)}-${String(number)}`);
  throw new DomainError('months.onPublishedSheet', { month, sheets: printed });
}

/**
 * Whoever held a month does not seal it as well: two pairs of eyes. @throws DomainError
 * `months.sealedBySame`
 */
export function requireOtherHand(month: Month, heldBy: string | undefined, by: string): void {
  if (heldBy === by) throw new DomainError('months.sealedBySame', { month });
}
