import type { Month } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Pool } from './journal-entry';

/** What was booked on the reserve of one pool in one month, credit above zero. */
export interface ReserveMove {
  readonly pool: Pool;
  readonly month: Month;
  /** It stands on the day asked for; a reversal stands on the day of what it takes back. */
  readonly isByDay: boolean;
  readonly amount: Fen;
}
