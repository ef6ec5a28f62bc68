import { addDays, type CalendarDay } from '../calendar/calendar-day';

/** Days on which an asset earned nothing by contract; without a last day where they still go on. */
export interface LeaseGap {
  readonly from: CalendarDay;
  readonly to: CalendarDay | undefined;
}

/** The days for which a contract is in force. */
export interface LeasedSpan {
  readonly firstOn: CalendarDay;
  readonly lastOn: CalendarDay;
}

/**
 * The days between the contracts of an asset, and those since the last one ended. An asset that was never
 * leased has none: nobody said that it is to be.
 */
export function leaseGaps(spans: readonly LeasedSpan[], today: CalendarDay): LeaseGap[] {
  // A contract that never came into force covers no day.
  const inOrder = spans
    .filter(({ firstOn, lastOn }) => firstOn <= lastOn)
    .sort((one, other) => (one.firstOn < other.firstOn ? -1 : 1));
  const gaps: LeaseGap[] = [];
  let covered: CalendarDay | undefined;
  for (const { firstOn, lastOn } of inOrder) {
    if (covered !== undefined && firstOn > addDays(covered, 1)) {
      gaps.push({ from: addDays(covered, 1), to: addDays(firstOn, -1) });
    }
    if (covered === undefined || lastOn > covered) covered = lastOn;
  }
  if (covered !== undefined && covered < today) gaps.push({ from: addDays(covered, 1), to: undefined });
  return gaps;
}
