import { type CalendarDay, addMonths, type Month, monthOf } from '../calendar/calendar-day';
import { DomainError } from '../shared/domain-error';

/** Open takes entries; held takes none but may be opened again with a reason; sealed never opens. */
export type MonthState = 'open' | 'held' | 'sealed';

/** What is done to a month, and to which state it leads: pages draw their buttons from this table. */
export const MONTH_ACTS = {
  open: [{ act: 'hold', to: 'held' }],
  held: [
    { act: 'reopen', to: 'open' },
    { act: 'seal', to: 'sealed' },
  ],
  sealed: [],
} as const satisfies Record<MonthState, readonly { readonly act: string; readonly to: MonthState }[]>;

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
 * @throws DomainError `period.beforeBooks`, `period.held`, `period.sealed`, `period.inFuture`
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
  if (known !== undefined) requireOpen(known);
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
 * @throws DomainError `period.heldAlready`, `period.sealedAlready`, `period.notNext`
 */
export function monthAfterHolding(months: readonly MonthRow[], month: Month): Month {
  const known = months.find((row) => row.month === month);
  if (known?.state === 'held') throw new DomainError('period.heldAlready', { period: month });
  requireUnsealed(known);
  const firstOpen = months.find((row) => row.state === 'open')?.month;
  if (firstOpen !== month) throw new DomainError('period.notNext', { period: month, next: firstOpen ?? '' });
  return addMonths(month, 1);
}

/**
 * Whether a held month may be opened again: only the last held one, so that no held month lies behind an
 * open one.
 * @throws DomainError `period.notHeld`, `period.sealedAlready`, `period.laterHeld`
 */
export function requireReopenable(months: readonly MonthRow[], month: Month): void {
  const known = months.find((row) => row.month === month);
  requireUnsealed(known);
  if (known?.state !== 'held') throw new DomainError('period.notHeld', { period: month });
  const last = months.filter((row) => row.state === 'held').at(-1)?.month ?? month;
  if (last !== month) throw new DomainError('period.laterHeld', { period: month, later: last });
}

/**
 * Whether a month may be sealed: it is held, and every month before it is sealed.
 * @throws DomainError `period.sealedAlready`, `period.notHeld`, `period.sealNotNext`
 */
export function requireSealable(months: readonly MonthRow[], month: Month): void {
  const known = months.find((row) => row.month === month);
  requireUnsealed(known);
  if (known?.state !== 'held') throw new DomainError('period.notHeld', { period: month });
  const next = months.find((row) => row.state !== 'sealed')?.month ?? month;
  if (next !== month) throw new DomainError('period.sealNotNext', { period: month, next });
}

/** Nothing is ever done to a sealed month again. */
function requireUnsealed(row: MonthRow | undefined): void {
  if (row?.state === 'sealed') throw new DomainError('period.sealedAlready', { period: row.month });
}

/** What a month says to an entry that would go into it. */
function requireOpen({ month, state }: MonthRow): void {
  if (state === 'held') throw new DomainError('period.held', { period: month });
  if (state === 'sealed') throw new DomainError('period.sealed', { period: month });
}
