import { addDays, type CalendarDay, type Month, monthOf } from '../calendar/calendar-day';
import { compareQuantities, product, quotient, sumQuantities } from '../money/charge';
import type { MeteredSpan } from './metered-month';

/** What a day can give, and from where on one looks like two: decimal text, unconfirmed data. */
export interface DayBounds {
  /** Full hours of the best day. */
  readonly hoursAtMost: string;
  /** From this many times a usual day on, a day after one without energy may hold that one's, too. */
  readonly carriedFrom: string;
  /** Days with energy without which nobody knows what is usual in a month. */
  readonly daysAtLeast: number;
}

/** A day whose energy cannot be that day's alone. kWh as decimal text. */
export interface OddDay {
  /**
   * `carriedOver`: the days before show nothing, and this one what they may have given, too; `tooMuch`: more
   * than the sun of one day gives.
   */
  readonly why: 'carriedOver' | 'tooMuch';
  /** The first of the days without energy whose kWh it may hold; the day itself where there is none. */
  readonly from: CalendarDay;
  readonly day: CalendarDay;
  readonly kwh: string;
  /** What the best day could give. */
  readonly most: string;
}

/**
 * The days that hold more than they gave: a portal that counts a day after midnight shows 0 for it and about
 * the double for the next, and a mistyped figure more than any sun gives. Nothing is refused for it: the sum
 * of the days is right where the energy only moved, and a person decides. A day of a month that was read
 * whole counts nowhere and is left out. Source: published cases, A20 (a day's figure no year can hold);
 * bounds from memory, unconfirmed.
 * @param spans in the order of their entry: of one span the last holds
 */
export function oddDays(spans: readonly MeteredSpan[], capacityKw: string, bounds: DayBounds): OddDay[] {
  if (compareQuantities(capacityKw, '0') <= 0) return [];
  const read = new Map(spans.map(({ span, kwh }) => [span, kwh]));
  const most = product(capacityKw, bounds.hoursAtMost);
  const usual = new Map<Month, string | undefined>();
  const days = [...read.keys()].filter((span) => span.length === DAY_LENGTH && !read.has(monthOf(span)));
  return days.sort().flatMap((day): OddDay[] => {
    const month = monthOf(day);
    if (!usual.has(month)) usual.set(month, usualDay(read, month, bounds));
    const empty = emptyDaysBefore(read, day);
    const odd = { from: addDays(day, -empty), day, kwh: read.get(day) ?? '0', most };
    const why = whyOdd({ ...odd, empty, usual: usual.get(month) }, bounds);
    return why === undefined ? [] : [{ why, ...odd, from: why === 'carriedOver' ? odd.from : day }];
  });
}

/** Whether an odd day has to do with a month: it lies there, or a day that it may hold does. */
export function touches({ from, day }: Pick<OddDay, 'from' | 'day'>, month: Month): boolean {
  return monthOf(from) <= month && month <= monthOf(day);
}

const DAY_LENGTH = 10;

interface ReadDay {
  readonly kwh: string;
  readonly most: string;
  /** How many days right before it show nothing. */
  readonly empty: number;
  readonly usual: string | undefined;
}

function whyOdd({ kwh, most, empty, usual }: ReadDay, bounds: DayBounds): OddDay['why'] | undefined {
  const isTooMuch = compareQuantities(kwh, most) > 0;
  const mayHold = empty > 0 && compareQuantities(kwh, product(most, String(empty + 1))) <= 0;
  const isLarge = usual !== undefined && compareQuantities(kwh, product(usual, bounds.carriedFrom)) >= 0;
  if (mayHold && (isTooMuch || isLarge)) return 'carriedOver';
  return isTooMuch ? 'tooMuch' : undefined;
}

/** Days right before a day that were read as 0, one after the other; a day that was not read ends them. */
function emptyDaysBefore(read: ReadonlyMap<string, string>, day: CalendarDay): number {
  let count = 0;
  while (isEmpty(read.get(addDays(day, -count - 1)))) count += 1;
  return count;
}

function isEmpty(kwh: string | undefined): boolean {
  return kwh !== undefined && compareQuantities(kwh, '0') === 0;
}

/** The middle of the days of a month that gave something; undefined where too few did. */
function usualDay(
  read: ReadonlyMap<string, string>,
  month: Month,
  { daysAtLeast }: DayBounds,
): string | undefined {
  const given = [...read]
    .filter(([span, kwh]) => span.length === DAY_LENGTH && monthOf(span) === month && !isEmpty(kwh))
    .map(([, kwh]) => kwh)
    .sort(compareQuantities);
  if (given.length < daysAtLeast) return undefined;
  const upper = given[Math.floor(given.length / 2)] ?? '0';
  const lower = given[Math.floor((given.length - 1) / 2)] ?? '0';
  return quotient(sumQuantities([lower, upper]), '2');
}
