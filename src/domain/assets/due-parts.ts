import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';

/** What of a due is due on a day. */
export interface DuePart {
  readonly dueOn: CalendarDay;
  readonly amount: Fen;
}

/**
 * What of a rent is due on which day: with its payment what no later change takes away, and on the day of
 * each change what that adds for good. Whoever paid nothing is late with the first since the payment's day.
 * @param days the payment's, then those of the changes in their order
 * @param rentWithout what it comes to without the changes of some of the days
 */
export function raisedParts(
  days: readonly CalendarDay[],
  rentWithout: (later: readonly CalendarDay[]) => Fen,
): DuePart[] {
  const rents = days.map((_day, place) => rentWithout(days.slice(place + 1)));
  let due = 0n;
  return days.flatMap((dueOn, place) => {
    const least = rents.slice(place).reduce((one, other) => (other < one ? other : one));
    const amount = least - due;
    due = least;
    return amount === 0n ? [] : [{ dueOn, amount }];
  });
}

/** What of a due is still owed, by the day on which it was due: what came pays what was due first. */
export function owedParts(
  { dueOn, raised = [] }: { readonly dueOn: CalendarDay; readonly raised?: readonly DuePart[] },
  owed: Fen,
): DuePart[] {
  if (owed === 0n) return [];
  let paid = sumFen(raised.map(({ amount }) => amount)) - owed;
  if (raised.length === 0 || paid < 0n) return [{ dueOn, amount: owed }];
  return raised.flatMap((part) => {
    const off = paid < part.amount ? paid : part.amount;
    paid -= off;
    return part.amount === off ? [] : [{ ...part, amount: part.amount - off }];
  });
}
