import { addDays, type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { publicityPeriod, type PublicityPeriod } from './publicity';
import type { PublicityStep } from './route';

/** Once a sheet hung at a place: from when, until when, and whether a photo shows it. */
export interface DisplaySpan {
  readonly number: number;
  readonly displayedOn: CalendarDay;
  readonly place: string;
  /** Whether a photo of it stands. Without one nobody can tell that it hung, and its days do not run. */
  readonly proven: boolean;
  readonly takenDownOn?: CalendarDay | undefined;
}

/** How long a sheet has to hang, and whether the day it is put up counts. */
export type HangingRule = Pick<PublicityStep, 'days' | 'firstDayCounts'>;

/**
 * Where the days of a sheet stand: nothing shows that it hangs; it hangs, on which of its days and with how
 * many to come; it was taken down before they were over, after so many whole ones; they are over.
 */
export type PublicityClock =
  | { readonly state: 'unproven' }
  | {
      readonly state: 'hanging';
      readonly display: DisplaySpan;
      readonly period: PublicityPeriod;
      /** The day of the count: nought on a first day that does not count. */
      readonly dayNumber: number;
      readonly daysLeft: number;
    }
  | { readonly state: 'takenDown'; readonly display: DisplaySpan; readonly hung: number }
  | { readonly state: 'served'; readonly display: DisplaySpan; readonly period: PublicityPeriod };

/**
 * The clock of a sheet on a day. Each time it is put up its days begin anew; of several places the one whose
 * days end first counts. A sheet hangs through its last day: taken down on it, the days are not over.
 * Source: Shandong's ordinance on village affairs, art. 13 (a sheet that hung too short is put up again).
 * What being taken down on the last day makes of it no document says: ours, unconfirmed.
 */
export function publicityClock(
  rule: HangingRule,
  displays: readonly DisplaySpan[],
  day: CalendarDay,
): PublicityClock {
  const told = displays
    .filter(({ displayedOn, proven }) => proven && displayedOn <= day)
    .map((display) => ({ display, period: publicityPeriod(rule, display.displayedOn) }))
    .sort((left, right) => (left.period.to < right.period.to ? -1 : 1));
  const served = told.find((each) => day > each.period.to && !wasEarly(each, day));
  if (served !== undefined) return { state: 'served', ...served };
  const hanging = told.find((each) => day <= each.period.to && !wasEarly(each, day));
  if (hanging !== undefined) return { state: 'hanging', ...hanging, ...daysOf(hanging.period, day) };
  const last = told.at(-1);
  if (last === undefined) return { state: 'unproven' };
  return { state: 'takenDown', display: last.display, hung: daysHung(last) };
}

/** Whether a display came down before its days were over. */
export function cameDownEarly(rule: HangingRule, display: DisplaySpan): boolean {
  const { takenDownOn } = display;
  return takenDownOn !== undefined && takenDownOn <= publicityPeriod(rule, display.displayedOn).to;
}

interface Told {
  readonly display: DisplaySpan;
  readonly period: PublicityPeriod;
}

/** As known on the day: what comes down later still hangs. */
function wasEarly({ display: { takenDownOn }, period }: Told, day: CalendarDay): boolean {
  return takenDownOn !== undefined && takenDownOn <= day && takenDownOn <= period.to;
}

function daysOf(
  { from, to, firstDayCounts }: PublicityPeriod,
  day: CalendarDay,
): { dayNumber: number; daysLeft: number } {
  const dayNumber = daysInclusive(from, day) - (firstDayCounts ? 0 : 1);
  return { dayNumber, daysLeft: daysInclusive(day, to) - 1 };
}

/** Whole days of the count; the one on which it came down is none. */
function daysHung({ display: { displayedOn, takenDownOn }, period }: Told): number {
  if (takenDownOn === undefined) return 0;
  const first = period.firstDayCounts ? displayedOn : addDays(displayedOn, 1);
  return takenDownOn <= first ? 0 : daysInclusive(first, takenDownOn) - 1;
}
