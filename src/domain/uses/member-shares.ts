import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';

/** What moved on a day; a debit above zero. */
interface Moved {
  readonly day: CalendarDay;
  readonly amount: Fen;
}

/**
 * The least that stands in credit at the end of a day or of any later one: what may be taken on that day
 * without leaving too little for what is booked later. Below zero where it never sufficed.
 */
export function leastCreditFrom(moves: readonly Moved[], day: CalendarDay): Fen {
  const later = new Set(moves.map((move) => move.day).filter((each) => each > day));
  const creditOn = (on: CalendarDay): Fen =>
    -sumFen(moves.filter((move) => move.day <= on).map(({ amount }) => amount));
  return [...later].map(creditOn).reduce((least, each) => (each < least ? each : least), creditOn(day));
}

/**
 * The last year whose closing brought the pool a surplus by a day: a share given on it is of that year. A
 * year that is not closed has none yet; undefined before any was closed. A reading of how 321 is closed to
 * 322 (domain facts §2), not a quoted rule.
 *
 * @param closings what closings moved on 322 in the pool, by day; a debit, a loss, above zero
 */
export function yearClosed(closings: readonly Moved[], day: CalendarDay): number | undefined {
  const years = closings
    .filter((each) => each.amount < 0n && each.day <= day)
    .map((each) => yearOf(each.day));
  return years.length === 0 ? undefined : Math.max(...years);
}

/**
 * The year that is shared out by a share given on a day: the last one closed, and while none is, the year of
 * the day, whose distributable surplus it is judged by: what the books began with is a part of that.
 */
export function yearShared(closed: number | undefined, day: CalendarDay): number {
  return closed ?? yearOf(day);
}
