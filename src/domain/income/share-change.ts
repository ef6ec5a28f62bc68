import { type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { readShareLines } from '../collectives/share-lines';
import type { ShareRow } from '../collectives/share-table';
import { compareRatios, type Ratio, ratio, readRatio, shareText, sumRatios } from '../money/ratio';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What the keeper types when the shares of a station change. */
export interface ShareChangeForm {
  readonly validFrom: string;
  /** A line a row. @see readShareLines */
  readonly rows: string;
  /** The document that says so, its number, and its day. */
  readonly paperTitle: string;
  readonly paperNumber: string;
  readonly paperIssuedOn: string;
  readonly reason: string;
}

/** What became of an owner's part; as the tables write it, `0%` where he has none. */
export interface MovedShare {
  readonly owner: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Whose part a new table changes, all his rows together: first who had one, then who comes new. A row that
 * has another number, or another village's name beside it, changes nobody's part.
 */
export function movedShares(before: readonly ShareRow[], after: readonly ShareRow[]): MovedShare[] {
  const shareIn = (rows: readonly ShareRow[], owner: string): Ratio =>
    sumRatios([
      ratio(0n, 1n),
      ...rows.filter((row) => row.owner === owner).map((row) => readRatio(row.share)),
    ]);
  return [...new Set([...before, ...after].map((row) => row.owner))].flatMap((owner) => {
    const [was, is] = [shareIn(before, owner), shareIn(after, owner)];
    if (compareRatios(was, is) === 0) return [];
    return [{ owner, before: shareText(was), after: shareText(is) }];
  });
}

/**
 * Reads a new share table of a kept station: it begins after the present one, or takes its place where it
 * begins on the same day, and on no month that is split already. It names the document that says so and why.
 * Codes `joint.sharesNotLater`, `joint.sharesSettled`, `shares.*`, `calendar.*`,
 * `form.*`.
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
  return { validFrom: form.validFrom, rows, problems: [...problems, ...wrong, ...paperProblems(form)] };
}

function paperProblems(form: ShareChangeForm): Problem[] {
  const problems: Problem[] = [];
  const { paperTitle, paperNumber, reason } = form;
  const need = (field: string, value: string): void => {
    if (value.trim() === '') problems.push({ code: 'form.missing', field });
  };
  need('paperTitle', paperTitle);
  need('paperNumber', paperNumber);
  readDay({ field: 'paperIssuedOn', value: form.paperIssuedOn }, problems);
  need('reason', reason);
  return [...problems, ...privateNumberProblems({ paperTitle, paperNumber, reason })];
}
