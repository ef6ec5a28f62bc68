import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';

/** What was released of a reserve on a day, and why; fen. */
export interface ToldRelease {
  readonly on: CalendarDay;
  readonly amount: Fen;
  readonly reason: string;
}

/** Money set aside, as a plan keeps it: the decision it goes back to and what was released of it; fen. */
export interface ToldReserve {
  readonly id: string;
  readonly purpose: string;
  readonly paper: string;
  readonly setOn: CalendarDay;
  readonly amount: Fen;
  /** What had been released of it before the period began. */
  readonly releasedBefore: Fen;
  /** From the period's first day on. */
  readonly releases: readonly ToldRelease[];
}

/** A reserve as its rows stand. */
interface ReserveRow extends Omit<ToldReserve, 'releasedBefore' | 'releases'> {
  readonly releases: readonly {
    readonly releasedOn: CalendarDay;
    readonly amount: Fen;
    readonly reason: string;
  }[];
}

/**
 * The reserves that a plan of a period has to tell of, in the order of entry: what stood when the period
 * began, and what was set aside or released since, up to the day it is drafted on. One that was released
 * wholly before the period is told no more.
 */
export function toldReserves(
  rows: readonly ReserveRow[],
  { from, draftedOn }: { readonly from: CalendarDay; readonly draftedOn: CalendarDay },
): ToldReserve[] {
  return rows.flatMap(({ id, purpose, paper, setOn, amount, releases }) => {
    const known = releases.filter(({ releasedOn }) => releasedOn <= draftedOn);
    const before = known.filter(({ releasedOn }) => releasedOn < from);
    const since = known.filter(({ releasedOn }) => releasedOn >= from);
    const releasedBefore = sumFen(before.map((each) => each.amount));
    if (setOn > draftedOn || releasedBefore === amount) return [];
    const told = since.map(({ releasedOn: on, ...release }) => {
      return { on, amount: release.amount, reason: release.reason };
    });
    return [{ id, purpose, paper, setOn, amount, releasedBefore, releases: told }];
  });
}
