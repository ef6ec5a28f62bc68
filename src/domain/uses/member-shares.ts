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
 * The year whose surplus a share given on a day is of: the last whose closing brought the pool a surplus by
 * then. A year that is not closed has none yet; before any was closed it is what the books began with, of the
 * year before their first day. A reading of how 321 is closed to 322 (domain facts §2), not a quoted rule.
 *
 * @param closings what closings moved on 322 in the pool, by day; a debit, a loss, above zero
 */
export function yearShared(
  closings: readonly Moved[],
  { day, openedOn }: { readonly day: CalendarDay; readonly openedOn: CalendarDay },
): number {
  const years = closings
    .filter((each) => each.amount < 0n && each.day <= day)
    .map((each) => yearOf(each.day));
  return years.length === 0 ? yearOf(openedOn) - 1 : Math.max(...years);
}
