import { type LeaseTerms, termsAfter } from '../assets/lease';
import type { CalendarDay } from '../calendar/calendar-day';

/**
 * The terms by which a contract over an asset makes rent due: what has left the books earns nothing after its
 * last day, so nothing is due of later days, nobody is reminded of them and no month waits for them. What was
 * due until then stays owed. Days that were booked stay as they were booked.
 */
export function termsUntilLeft(
  terms: LeaseTerms,
  { leftOn }: { readonly leftOn?: CalendarDay | undefined },
  bookings: readonly { readonly coversTo: CalendarDay }[],
): LeaseTerms {
  if (leftOn === undefined) return terms;
  const last = bookings.reduce((day, { coversTo }) => (coversTo > day ? coversTo : day), leftOn);
  return last < terms.lastOn ? termsAfter(terms, [{ kind: 'end', effectiveOn: last }]) : terms;
}
