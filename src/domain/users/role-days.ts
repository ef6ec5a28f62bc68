import { addDays, type CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';

/** The days on which somebody has a role: both ends count. */
export interface RoleDays {
  /** Null where it has been held since the account was made, before roles had days. */
  readonly from: CalendarDay | null;
  /** Null where no end is known. */
  readonly to: CalendarDay | null;
}

const EVER = '0000-01-01';
const NEVER = '9999-12-31';

/** Whether a role is held on a day: not yet on the one before it begins, no more after its last. */
export function isHeldOn({ from, to }: RoleDays, day: CalendarDay): boolean {
  return (from ?? EVER) <= day && day <= (to ?? NEVER);
}

/** Whether two roles are held on any same day. */
export function overlaps(one: RoleDays, other: RoleDays): boolean {
  const first = latest(one.from ?? EVER, other.from ?? EVER);
  const last = earliest(one.to ?? NEVER, other.to ?? NEVER);
  return first <= last;
}

/** Days on which nobody has a role, both counted; `to` null where nobody comes after. */
export interface RoleGap {
  readonly from: CalendarDay;
  readonly to: CalendarDay | null;
}

/**
 * When nobody had a role that somebody had before: between two holders, and after the last of them.
 * @param held the days of all who have it or had it, in any order
 */
export function gapsOf(held: readonly RoleDays[]): RoleGap[] {
  const spans = held
    .map(({ from, to }) => ({ from: from ?? EVER, to: to ?? NEVER }))
    .filter(({ from, to }) => from <= to)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  const gaps: RoleGap[] = [];
  let until: CalendarDay | undefined;
  for (const { from, to } of spans) {
    if (until !== undefined && until !== NEVER && from > addDays(until, 1))
      gaps.push({ from: addDays(until, 1), to: addDays(from, -1) });
    until = until === undefined ? to : latest(until, to);
  }
  return until === undefined || until === NEVER ? gaps : [...gaps, { from: addDays(until, 1), to: null }];
}

/**
 * What is wrong with days that a role is given for: it begins today at the earliest, for what somebody did
 * till now he did as who he was. Codes `users.dayPast`, `users.endBeforeBegin`.
 */
export function givenDaysProblems(
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay | null },
  today: CalendarDay,
): Problem[] {
  return [
    ...(from < today ? [{ code: 'users.dayPast', field: 'from', value: from, facts: { today } }] : []),
    ...(to !== null && to < from
      ? [{ code: 'users.endBeforeBegin', field: 'to', value: to, facts: { from } }]
      : []),
  ];
}

/**
 * What is wrong with the last day of a role: not earlier than yesterday, which ends it at once, nor than the
 * day before it begins, which takes it back; and not after the end that it has. Codes `users.dayPast`,
 * `users.endBeforeBegin`, `users.endAfterEnd`.
 */
export function lastDayProblems({ from, to }: RoleDays, lastDay: CalendarDay, today: CalendarDay): Problem[] {
  const shared = { field: 'lastDay', value: lastDay };
  if (lastDay < addDays(today, -1))
    return [{ ...shared, code: 'users.dayPast', facts: { today: addDays(today, -1) } }];
  if (from !== null && lastDay < addDays(from, -1))
    return [{ ...shared, code: 'users.endBeforeBegin', facts: { from: addDays(from, -1) } }];
  return to !== null && lastDay > to ? [{ ...shared, code: 'users.endAfterEnd', facts: { to } }] : [];
}

/**
 * What is wrong with the day on which another takes a role over; the last day of who had it is the one
 * before. Codes `users.dayPast`, `users.endBeforeBegin`, `users.endAfterEnd`.
 */
export function handoverDayProblems(held: RoleDays, from: CalendarDay, today: CalendarDay): Problem[] {
  const shared = { field: 'from', value: from };
  if (from < today) return [{ ...shared, code: 'users.dayPast', facts: { today } }];
  if (held.from !== null && from <= held.from)
    return [{ ...shared, code: 'users.endBeforeBegin', facts: { from: addDays(held.from, 1) } }];
  return held.to !== null && from > held.to
    ? [{ ...shared, code: 'users.endAfterEnd', facts: { to: held.to } }]
    : [];
}

function latest(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one > other ? one : other;
}

function earliest(one: CalendarDay, other: CalendarDay): CalendarDay {
  return one < other ? one : other;
}
