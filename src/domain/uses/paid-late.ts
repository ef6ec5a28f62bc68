import type { CalendarDay } from '../calendar/calendar-day';
import type { DebtState } from './debt-standing';

/** A list that its document wants paid by a day, and what is certain of its payment. */
interface TimedList {
  readonly payBy: CalendarDay | undefined;
  readonly standing: { readonly state: DebtState };
  readonly payments: readonly { readonly postedOn: CalendarDay }[];
}

/**
 * Lists that were paid for certain after their last day, or are for certain not paid though it is over. Where
 * one of several payments was in time nobody can tell which of them it was.
 * @param today the day up to which an unpaid one is looked at. Source: SQ-C31d (the days are for paying)
 */
export function paidLate<List extends TimedList>(lists: readonly List[], today: CalendarDay): List[] {
  return lists.filter(({ payBy, standing: { state }, payments }) => {
    if (payBy === undefined) return false;
    if (state === 'open') return today > payBy;
    return state === 'paid' && payments.length > 0 && payments.every(({ postedOn }) => postedOn > payBy);
  });
}
