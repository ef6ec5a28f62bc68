import { daysInclusive, firstDayOf, lastDayOf, type Month } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import type { AttendanceLine } from './attendance';
import { type Appointment, lastDayOn, type PostStandard, standardIn } from './post';

/** The days of somebody in a month that are owed already. */
export type OwedDays = AttendanceLine & { readonly month: Month };

/**
 * What is owed already of days on which somebody, by the end that is entered now, was on his post no more: it
 * is reversed first. Days that lie within what is left of the month stand. Source: FY-10 (在岗领补).
 * @returns problem `post.leftPaid` of each such month, with the days owed and those possible
 */
export function paidBeyond(owed: readonly OwedDays[], appointment: Appointment): Problem[] {
  return owed
    .filter(({ appointmentId }) => appointmentId === appointment.id)
    .map(({ month, halfDays }) => ({ month, halfDays, possible: possibleIn(month, appointment) }))
    .filter(({ halfDays, possible }) => halfDays > 2 * possible)
    .sort((one, two) => one.month.localeCompare(two.month))
    .map(({ month, halfDays, possible }) => ({
      ...{ code: 'post.leftPaid', field: 'leftPostOn' },
      facts: { month, days: halfDays / 2, possible },
    }));
}

/** The days of a month on which somebody is on a post. */
function possibleIn(month: Month, appointment: Appointment): number {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const end = lastDayOn(appointment);
  if (end === undefined || end < first || appointment.from > last) return 0;
  return daysInclusive(appointment.from > first ? appointment.from : first, end < last ? end : last);
}

/**
 * A month that is owed already at another standard than it would have with the one that is entered now: it
 * is reversed first, for nobody could tell its wages from the post any more.
 * @param post everything it pays and everybody who was ever on it
 * @returns problem `post.standardPaid` of the first such month
 */
export function paidOtherwise(
  owed: readonly OwedDays[],
  post: {
    readonly standards: readonly PostStandard[];
    readonly appointments: readonly Pick<Appointment, 'id'>[];
  },
  standard: Pick<PostStandard, 'from' | 'every' | 'amount'>,
): Problem[] {
  const own = new Set(post.appointments.map(({ id }) => id));
  const standardNumber = post.standards.length + 1;
  const standards = [...post.standards, { postId: '', standardNumber, ...standard }];
  const isOther = ({ month, every, standard: paid }: OwedDays): boolean => {
    const then = standardIn(standards, month);
    return then?.every !== every || then.amount !== paid;
  };
  const [month] = owed
    .filter((each) => own.has(each.appointmentId) && each.halfDays > 0 && isOther(each))
    .map((each) => each.month)
    .sort();
  return month === undefined ? [] : [{ code: 'post.standardPaid', field: 'standardFrom', facts: { month } }];
}
