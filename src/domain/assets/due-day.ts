import { addDays, type CalendarDay, yearOf } from '../calendar/calendar-day';
import type { DueRule, LeaseTerms } from './lease';

/**
 * The day on which a payment is due. A share of turnover is due no earlier than its last day, whatever was
 * agreed: before it nobody knows what it comes to.
 */
export function dueDay(
  { type, due }: Pick<LeaseTerms, 'type' | 'due'>,
  payment: { readonly from: CalendarDay; readonly to: CalendarDay },
): CalendarDay {
  const agreed = agreedDay(due, payment);
  return type === 'turnover' && agreed < payment.to ? payment.to : agreed;
}

function agreedDay(
  due: DueRule,
  payment: { readonly from: CalendarDay; readonly to: CalendarDay },
): CalendarDay {
  switch (due.rule) {
    case 'beforeStart':
      return addDays(payment.from, -due.days);
    case 'afterStart':
      return addDays(payment.from, due.days);
    case 'afterEnd':
      return addDays(payment.to, due.days);
    case 'onDate': {
      const year = yearOf(payment.from);
      const sameYear = `${String(year)}-${due.date}`;
      return sameYear >= payment.from ? sameYear : `${String(year + 1)}-${due.date}`;
    }
  }
}

/**
 * The days from which the rent was changed after a payment was due, as far as the rent of such a day still
 * counts. A share of turnover is one for the whole payment that is reported.
 */
export function changesAfter(
  dueOn: CalendarDay,
  { type, rates, changedFrom = [] }: LeaseTerms,
): CalendarDay[] {
  if (type === 'turnover') return [];
  return changedFrom.filter((day) => day > dueOn && rates.some(({ from }) => from === day)).sort();
}
