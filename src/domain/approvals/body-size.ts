import type { CalendarDay } from '../calendar/calendar-day';

/** A meeting as it was counted. */
export interface CountedMeeting {
  readonly routeId: string;
  readonly stepId: string;
  readonly decidedOn: CalendarDay;
  readonly decidedAt: string;
  readonly counts: { readonly due: number } | null;
}

/** How many were due at the meeting before, and when that was. */
export interface SizeBefore {
  readonly due: number;
  readonly on: CalendarDay;
}

/**
 * How many were due when the same body met before, where that was another number: whoever looks over a vote
 * has to see that the body it was counted against has changed, as fewer due need fewer to agree.
 * Source: product, "counts tested against it".
 * @param all every meeting of the village; the same route's same step is the same body
 * @returns undefined where it was the same, or where the body did not meet before
 */
export function otherSizeBefore(
  meeting: CountedMeeting,
  all: readonly CountedMeeting[],
): SizeBefore | undefined {
  const before = all
    .filter((each) => each.routeId === meeting.routeId && each.stepId === meeting.stepId)
    .filter((each) => each.counts !== null && each.decidedAt < meeting.decidedAt)
    .sort((one, other) => (one.decidedAt < other.decidedAt ? -1 : 1))
    .at(-1);
  const due = before?.counts?.due;
  if (before === undefined || due === undefined || due === meeting.counts?.due) return undefined;
  return { due, on: before.decidedOn };
}
