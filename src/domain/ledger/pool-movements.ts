import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { PoolFlow } from './journal-entry';
import { reservedAt, type ReserveMove } from './reserves';

/**
 * One line of the books that moves a pool, with the day by which statements count it. Amount signed: + is
 * in the flow's sense.
 */
export interface PoolMovement {
  readonly flow: PoolFlow;
  readonly statementOn: CalendarDay;
  readonly amount: Fen;
}

/**
 * What may be granted of a pool on a day: the least that stands undistributed and not set aside on that day
 * or any later one, so that a grant dated back takes nothing that was spent or set aside since.
 */
export function grantableOn(
  movements: readonly PoolMovement[],
  day: CalendarDay,
  reserves: readonly ReserveMove[] = [],
): Fen {
  const moved = [...movements.map((each) => each.statementOn), ...reserves.map((each) => each.day)];
  const later = new Set(moved.filter((each) => each > day));
  const leftOn = (on: CalendarDay): Fen => undistributedOn(movements, on) - reservedAt(reserves, on);
  return [...later].map(leftOn).reduce((least, each) => (each < least ? each : least), leftOn(day));
}

/** What stands undistributed in a pool on a day: opening + received − deducted − granted. */
export function undistributedOn(movements: readonly PoolMovement[], day: CalendarDay): Fen {
  const counted = movements.filter((each) => each.statementOn <= day);
  return sumFen(
    counted.map((each) => (each.flow === 'opening' || each.flow === 'received' ? each.amount : -each.amount)),
  );
}
