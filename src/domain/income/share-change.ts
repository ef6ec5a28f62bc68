import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { readShareLines } from '../collectives/share-lines';
import type { ShareRow } from '../collectives/share-table';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What the keeper types when the shares of a station change. */
export interface ShareChangeForm {
  readonly validFrom: string;
  /** A line a row. @see readShareLines */
  readonly rows: string;
}

/**
 * Reads a new share table of a kept station: it begins after the present one, or takes its place where it
 * begins on the same day, and on no month that is split already.
 * Codes `joint.sharesNotLater`, `joint.sharesSettled`, `shares.*`, `calendar.*`.
 * @param settled the months whose slips stand
 */
export function readShareChange(
  form: ShareChangeForm,
  known: { readonly validFrom: CalendarDay; readonly settled: readonly Month[] },
): { validFrom: CalendarDay; rows: ShareRow[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const field = 'validFrom';
  const validFrom = readDay({ field, value: form.validFrom }, problems);
  if (validFrom !== undefined && validFrom < known.validFrom) {
    const facts = { validFrom: known.validFrom };
    problems.push({ code: 'joint.sharesNotLater', field, value: validFrom, facts });
  }
  // A table counts for a month if it is in force on the month's first day.
  const split = known.settled.filter((month) => validFrom !== undefined && `${month}-01` >= validFrom);
  const last = [...split].sort().at(-1);
  if (validFrom !== undefined && last !== undefined && monthOf(validFrom) <= last)
    problems.push({ code: 'joint.sharesSettled', field, value: validFrom, facts: { month: last } });
  const { rows, problems: wrong } = readShareLines(form.rows);
  return { validFrom: form.validFrom, rows, problems: [...problems, ...wrong] };
}
