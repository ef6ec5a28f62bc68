import { type CalendarDay, daysInclusive } from '../calendar/calendar-day';

/** How long somebody worked within some days. */
export interface WorkedSpan {
  readonly memberId: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly halfDays: number;
}

/** Days that somebody cannot have worked: more is written within them than they are. */
export interface DaysTwice {
  readonly memberId: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** Half days written within them, over all sheets. */
  readonly halfDays: number;
}

/**
 * Whose days are written twice: nobody works a day twice, on whichever sheets it stands. The work of all
 * sheets fits into the calendar exactly when within every run of days no more is written than it has days.
 * @param asked who is looked at
 * @param spans every sheet that stands, the new one among them
 * @returns the first such run of each person
 */
export function daysTwice(asked: readonly string[], spans: readonly WorkedSpan[]): DaysTwice[] {
  return [...new Set(asked)].flatMap((memberId) => {
    const own = spans.filter((each) => each.memberId === memberId);
    return firstFull(own) ?? [];
  });
}

function firstFull(own: readonly WorkedSpan[]): DaysTwice | undefined {
  const starts = [...new Set(own.map(({ from }) => from))].sort();
  const ends = [...new Set(own.map(({ to }) => to))].sort();
  for (const from of starts) {
    for (const to of ends.filter((end) => end >= from)) {
      const within = own.filter((each) => each.from >= from && each.to <= to);
      const halfDays = within.reduce((sum, each) => sum + each.halfDays, 0);
      const [first] = within;
      if (first !== undefined && halfDays > 2 * daysInclusive(from, to))
        return { memberId: first.memberId, from, to, halfDays };
    }
  }
  return undefined;
}
