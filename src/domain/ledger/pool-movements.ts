import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { PoolFlow } from './journal-entry';

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
 * What may be granted of a pool on a day: the least that stands undistributed on that day or any later one,
 * so that a grant dated back takes nothing that was spent since.
 */
export function grantableOn(movements: readonly PoolMovement[], day: CalendarDay): Fen {
  const later = new Set(movements.map((each) => each.statementOn).filter((each) => each > day));
  return [...later]
    .map((each) => undistributedOn(movements, each))
    .reduce((least, each) => (each < least ? each : least), undistributedOn(movements, day));
}

/** What stands undistributed in a pool on a day: opening + received − deducted − granted. */
export function undistributedOn(movements: readonly PoolMovement[], day: CalendarDay): Fen {
  const counted = movements.filter((each) => each.statementOn <= day);
  return sumFen(
    counted.map((each) => (each.flow === 'opening' || each.flow === 'received' ? each.amount : -each.amount)),
  );
}
