import type { CalendarDay } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import type { Problem } from '../shared/problem';

/** What may happen to the end of a work or a project: it is finished, or opened again by a reversal. */
export const END_ACTS = ['reopened', 'finished'] as const;

/** One such act, in the order in which they happened. */
export interface EndAct {
  readonly act: (typeof END_ACTS)[number];
  readonly on: CalendarDay;
  /** Of an end: why although a document asked for more; blank where none did. */
  readonly reason: string;
  /** Of one that was opened again: the voucher that was taken back. */
  readonly entryId: string | undefined;
}

/** How a work or a project stands: finished, or opened again after it was; neither while it first goes on. */
export interface UseEnd {
  readonly finished: { readonly on: CalendarDay; readonly reason: string } | undefined;
  readonly reopened: { readonly on: CalendarDay; readonly finishedOn: CalendarDay } | undefined;
}

/**
 * The last act holds. While a part waits nothing is finished: in books of before a reversal left no act.
 * Source: product decision "Books": what is taken back may be owed again.
 */
export function standingEnd(acts: readonly EndAct[], isWaiting: boolean): UseEnd {
  const ended = acts.filter(({ act }) => act === 'finished').at(-1);
  const last = acts.at(-1);
  if (ended === undefined || last === undefined) return { finished: undefined, reopened: undefined };
  if (last.act === 'finished' && !isWaiting)
    return { finished: { on: last.on, reason: last.reason }, reopened: undefined };
  return { finished: undefined, reopened: { on: last.on, finishedOn: ended.on } };
}

/**
 * Nothing is finished before the last of its work was done, nor while none of it is owed: a share of labour
 * that a document asks for could not be judged. Codes `uses.endBeforeWork`,
 * `uses.nothingDone`.
 * @param done the last day of each part that is owed
 */
export function endDayProblems(
  { field, value }: { readonly field: string; readonly value: CalendarDay },
  done: readonly CalendarDay[],
): Problem[] {
  const last = [...done].sort().at(-1);
  if (last === undefined) return [{ code: 'uses.nothingDone', field }];
  if (value === '' || value >= last) return [];
  return [{ code: 'uses.endBeforeWork', field, value, facts: { last } }];
}

/**
 * Holds the acts against the books: one that was opened again names a voucher of its own that was taken back.
 * Code `check.reopenedDiffers`.
 */
export function checkEnds(
  kept: { readonly name: string; readonly acts: readonly EndAct[] },
  books: { readonly own: ReadonlySet<string>; readonly reversed: ReadonlySet<string> },
  findings: Findings,
): void {
  for (const { entryId = '' } of kept.acts.filter(({ act }) => act === 'reopened')) {
    if (books.own.has(entryId) && books.reversed.has(entryId)) continue;
    findings.add('check.reopenedDiffers', { entryId }, { what: kept.name });
  }
}
