import type { CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { publicityPeriod } from './publicity';
import type { MeetingStep } from './route';

/**
 * Why a meeting's papers were not out in time. Put out on 1 June, the tenth day is the 11th where the first
 * day does not count, the 10th where it does; on that day the meeting may be held.
 * Source: Law on Rural Collective Economic Organizations arts. 27 and 46 (ten days before the assembly). That
 * the day on which they were put out is left out is the way of periods set by law; that the meeting may be
 * held on the last of the days is a reading, unconfirmed.
 * @param given `from`: the day of what is decided on, before which it could not be out
 * @returns problems `approvals.papersBeforeGround`, `approvals.papersLate`
 */
export function noticeProblems(
  { noticeDays, noticeFirstDayCounts }: Pick<MeetingStep, 'noticeDays' | 'noticeFirstDayCounts'>,
  given: { readonly outOn: CalendarDay; readonly heldOn: CalendarDay; readonly from: CalendarDay },
): Problem[] {
  if (noticeDays === undefined) return [];
  const { outOn, heldOn, from } = given;
  const at = { field: 'papersOutOn', value: outOn };
  if (outOn < from) return [{ code: 'approvals.papersBeforeGround', ...at, facts: { before: from } }];
  const { to } = publicityPeriod({ days: noticeDays, firstDayCounts: noticeFirstDayCounts }, outOn);
  return heldOn < to
    ? [{ code: 'approvals.papersLate', ...at, facts: { days: noticeDays, earliest: to } }]
    : [];
}
