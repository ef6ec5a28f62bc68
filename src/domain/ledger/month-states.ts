import { type CalendarDay, addMonths, type Month, monthOf } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';

/** Open takes entries; held takes none. Sealing comes with the check of the books. */
export type MonthState = 'open' | 'held';

/** The months of one collective's books, in order and without gaps, from the month in which they open. */
export interface MonthRow {
  readonly month: Month;
  readonly state: MonthState;
}

/**
 * Whether an entry of this day may be booked, and which months open with it: an owner may work in any month
 * that is not held, up to the current one.
 * @param today the current day; nothing is booked ahead of it
 * @returns the months that must be opened first, oldest first
 * @throws DomainError `period.beforeBooks`, `period.held`, `period.inFuture`
 */
export function monthsToOpen(
  months: readonly MonthRow[],
  postedOn: CalendarDay,
  today: CalendarDay,
): Month[] {
  const month = monthOf(postedOn);
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (first === undefined || last === undefined || month < first) {
    throw new DomainError('period.beforeBooks', { period: month, opened: first ?? '' });
  }
  requireNotAhead(postedOn, today);
  const known = months.find((row) => row.month === month);
  if (known?.state === 'held') throw new DomainError('period.held', { period: month });
  const opening: Month[] = [];
  for (let next = addMonths(last, 1); next <= month; next = addMonths(next, 1)) opening.push(next);
  return opening;
}

/** Nothing is booked ahead of the current day. @throws DomainError `period.inFuture` */
export function requireNotAhead(postedOn: CalendarDay, today: CalendarDay): void {
  if (postedOn > today) throw new DomainError('period.inFuture', { day: postedOn, today });
}

/**
 * Holds a month: only the first open one, so that months are held in order without gaps; the next one
 * opens.
 * @returns the month that must be open afterwards
 * @throws DomainError `period.held`, `period.notNext`
 */
export function monthAfterHolding(months: readonly MonthRow[], month: Month): Month {
  const firstOpen = months.find((row) => row.state === 'open')?.month;
  if (months.some((row) => row.month === month && row.state === 'held')) {
    throw new DomainError('period.held', { period: month });
  }
  if (firstOpen !== month) throw new DomainError('period.notNext', { period: month, next: firstOpen ?? '' });
  return addMonths(month, 1);
}
