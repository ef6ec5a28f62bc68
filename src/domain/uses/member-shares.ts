import type { CalendarDay } from '../calendar/calendar-day';
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
