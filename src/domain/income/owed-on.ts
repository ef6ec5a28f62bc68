import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';

/** Income owed, with the days on which something of it came or was given up. */
export interface DatedReceivable {
  readonly bookedOn: CalendarDay;
  readonly amount: Fen;
  readonly receipts: readonly { readonly receivedOn: CalendarDay; readonly amount: Fen }[];
  readonly cuts: readonly { readonly cutOn: CalendarDay; readonly amount: Fen }[];
}

/** What was still owed at the end of a day: nothing before it was booked; what came later is not off it. */
export function owedOn({ bookedOn, amount, receipts, cuts }: DatedReceivable, day: CalendarDay): Fen {
  if (bookedOn > day) return 0n;
  const came = receipts.filter(({ receivedOn }) => receivedOn <= day);
  const cut = cuts.filter(({ cutOn }) => cutOn <= day);
  return amount - sumFen([...came, ...cut].map((each) => each.amount));
}
