import { addMonthsTo, type CalendarDay } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { type HouseholdStatus, readPaper } from './household-status';

/** How often a region looks again at who is helped. */
export interface ReviewTerms {
  readonly region: string;
  readonly everyMonths: number;
  /** Whether the county has said that it is so; else the page says that it is not sure. */
  readonly confirmed: boolean;
}

/** That a status was looked at again on a day, and still held. */
export interface StatusReview {
  readonly householdId: string;
  readonly statusNumber: number;
  readonly reviewedOn: CalendarDay;
}

/** A status that stands, when it was last looked at, and by when it is to be looked at again. */
export interface DueStatus<Status extends HouseholdStatus> {
  readonly status: Status;
  readonly lastOn: CalendarDay | undefined;
  readonly dueOn: CalendarDay;
}

/** Reviews of one day as typed. */
export interface ReviewForm {
  readonly reviewDay: string;
  /** The list that was shown, or the minutes. */
  readonly reviewPaper: string;
  /** `yes` by the key of each status that still holds. */
  readonly reviewed: Readonly<Record<string, string>>;
}

/** By what a form names a status: its household and its number there. */
export function statusKey(of: { readonly householdId: string; readonly statusNumber: number }): string {
  return `${of.householdId}.${String(of.statusNumber)}`;
}

/**
 * When each status that stands is to be looked at again: so many months after the last review, or after its
 * first day where nobody looked yet. The one due first comes first. Source: domain facts §1.2, Huoqiu every
 * two years, Xuanzhou every year.
 */
export function reviewsDue<Status extends HouseholdStatus>(
  statuses: readonly Status[],
  reviews: readonly StatusReview[],
  everyMonths: number,
): DueStatus<Status>[] {
  const last = new Map<string, CalendarDay>();
  for (const review of reviews) {
    const before = last.get(statusKey(review)) ?? '';
    if (review.reviewedOn > before) last.set(statusKey(review), review.reviewedOn);
  }
  const due = statuses
    .filter(({ end }) => end === undefined)
    .map((status) => {
      const lastOn = last.get(statusKey(status));
      return { status, lastOn, dueOn: addMonthsTo(lastOn ?? status.fromDay, everyMonths) };
    });
  return due.sort((one, other) => (one.dueOn === other.dueOn ? 0 : one.dueOn < other.dueOn ? -1 : 1));
}

/**
 * How many households with somebody in them are due by a day, or asked for otherwise: one with two standings
 * is looked at once.
 */
export function householdsDue(
  due: readonly DueStatus<HouseholdStatus>[],
  by: {
    readonly lived: ReadonlySet<string>;
    readonly today: CalendarDay;
    readonly asked?: readonly string[];
  },
): number {
  const late = due.filter(({ dueOn }) => dueOn <= by.today).map(({ status }) => status.householdId);
  return new Set([...late, ...(by.asked ?? [])].filter((id) => by.lived.has(id))).size;
}

/**
 * Reads the reviews of a day.
 * @returns problems `form.*`, `calendar.notADay`, `person.dayAhead`, `review.nobody`, `review.unknown` (no
 *   such status stands), `review.beforeStatus` (with the latest first day among them)
 */
export function readReviews<Status extends HouseholdStatus>(
  form: ReviewForm,
  standing: readonly Status[],
  today: CalendarDay,
): { readonly reviewed: Status[]; readonly on: CalendarDay; readonly paper: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const at = { field: 'reviewDay', value: form.reviewDay };
  const on = readDay(at, problems) ?? '';
  if (on > today) problems.push({ code: 'person.dayAhead', ...at, facts: { today } });
  const paper = readPaper({ field: 'reviewPaper', value: form.reviewPaper }, problems);
  const keys = Object.keys(form.reviewed).filter((key) => form.reviewed[key] === 'yes');
  const open = standing.filter(({ end }) => end === undefined);
  const reviewed = open.filter((status) => keys.includes(statusKey(status)));
  if (keys.length === 0) problems.push({ code: 'review.nobody', field: 'reviewed' });
  else if (reviewed.length < keys.length) problems.push({ code: 'review.unknown', field: 'reviewed' });
  const latest = reviewed.reduce((found, { fromDay }) => (fromDay > found ? fromDay : found), '');
  if (on !== '' && on < latest)
    problems.push({ code: 'review.beforeStatus', ...at, facts: { fromDay: latest } });
  return { reviewed, on, paper, problems };
}

/** A status that was looked at on that very day already: code `review.sameDay`, with how many there are. */
export function reviewedTwice(
  reviewed: readonly HouseholdStatus[],
  on: CalendarDay,
  reviews: readonly StatusReview[],
): Problem[] {
  const known = new Set(reviews.filter(({ reviewedOn }) => reviewedOn === on).map(statusKey));
  const twice = reviewed.filter((status) => known.has(statusKey(status))).length;
  return twice === 0 ? [] : [{ code: 'review.sameDay', field: 'reviewed', value: on, facts: { twice } }];
}
