import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { groupedBy } from '../shared/grouped';
import { isOwedAgain, type LineStanding } from './line-results';
import { isInFlight, type PayLine, type PayLineState, type PayListState } from './pay-list';
import { partKey } from './payable-parts';

/** A list as far as somebody has to do something for it. */
export interface WorkedPayList {
  readonly state: PayListState;
  /** The day of what was done with it last. */
  readonly since: CalendarDay;
  readonly sentOn: CalendarDay | undefined;
  /** Whether a plan that it pays is not approved yet: who has to see to that is told of the plan. */
  readonly isWaiting: boolean;
  readonly lines: readonly (PayLine & { readonly state: PayLineState })[];
}

/** Who does the next act with a list, and which; `ask` the bank about so many lines. */
export interface PayWork {
  readonly whose: 'accountant' | 'cashier' | 'township';
  readonly act: 'submit' | 'review' | 'send' | 'ask';
  readonly since: CalendarDay;
  readonly lines: number;
}

/**
 * What has to be done next with a list; undefined where nothing is, or not yet.
 * @param silentAfter how many days a bank has before it is asked
 */
export function payWorkOf(
  { state, since, sentOn, isWaiting, lines }: WorkedPayList,
  { today, silentAfter }: { readonly today: CalendarDay; readonly silentAfter: number },
): PayWork | undefined {
  const told = { since, lines: lines.length };
  if (state === 'drafted') return { whose: 'accountant', act: 'submit', ...told };
  if (state === 'submitted') return { whose: 'township', act: 'review', ...told };
  if (state === 'approved') return isWaiting ? undefined : { whose: 'cashier', act: 'send', ...told };
  const open = lines.filter((line) => isInFlight(state, line)).length;
  if (open === 0 || sentOn === undefined || addDays(sentOn, silentAfter) > today) return undefined;
  return { whose: 'accountant', act: 'ask', since: sentOn, lines: open };
}

/** Parts not paid, sent back or paid by what was reversed, on no list since, with their last line. */
export function cameBackLast<Line extends Pick<PayLine, 'debtId' | 'memberId' | 'attempt'>>(
  lines: readonly (Line & { readonly state: LineStanding })[],
): ReadonlyMap<string, Line> {
  const tried = lines.filter(({ state }) => state !== 'dropped');
  return new Map(
    [...groupedBy(tried, partKey)].flatMap(([key, own]) => {
      const last = own.toSorted((one, other) => one.attempt - other.attempt).at(-1);
      return last !== undefined && isOwedAgain(last.state) ? [[key, last] as const] : [];
    }),
  );
}
