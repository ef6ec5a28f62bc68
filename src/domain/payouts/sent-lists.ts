import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { LineResult } from './line-results';
import type { PayChannel } from './pay-list';

/** One person's part of one debt that was sent to the bank. Fen. */
export interface SentLine {
  /** The voucher by which it is owed. */
  readonly debtId: string;
  readonly memberId: string;
  readonly amount: Fen;
  /** The first first: paid or not, and of what was paid that it came back after all. */
  readonly results: readonly LineResult[];
}

/** A list that was sent. */
export interface SentList {
  readonly year: number;
  readonly number: number;
  readonly channel: PayChannel;
  readonly sentOn: CalendarDay;
  readonly lines: readonly SentLine[];
}
