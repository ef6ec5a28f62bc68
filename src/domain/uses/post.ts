import { addDays, type CalendarDay, type Month } from '../calendar/calendar-day';
import type { LeftList } from '../collectives/roster';
import type { Fen } from '../money/fen';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** What is done on a post. */
export const POST_KINDS = [
  'cleaning',
  'roads',
  'forest',
  'water',
  'station',
  'care',
  'safety',
  'other',
] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** A post that the village needs, for so many people. */
export interface Post {
  readonly id: string;
  readonly number: number;
  readonly kind: PostKind;
  readonly name: string;
  readonly duties: string;
  readonly place: string;
  readonly seats: number;
  readonly openedOn: CalendarDay;
}

export const PAID_EVERY = ['month', 'day'] as const;
export type PaidEvery = (typeof PAID_EVERY)[number];

/** What a post pays from a month on. */
export interface PostStandard {
  readonly postId: string;
  readonly standardNumber: number;
  readonly from: Month;
  readonly every: PaidEvery;
  readonly amount: Fen;
}

/** Somebody on a post, as it was agreed. */
export interface Appointment {
  readonly id: string;
  readonly number: number;
  readonly postId: string;
  readonly memberId: string;
  readonly from: CalendarDay;
  /** The last day that was agreed. */
  readonly to: CalendarDay;
  /** The last day on the post where it ended before; undefined while it did not. */
  readonly left: { readonly on: CalendarDay; readonly why: LeavingPost } | undefined;
}

/** Why somebody is on a post no more; `mistaken`: entered wrongly, never was. */
export const LEAVING_POST = ['ownWish', 'unfit', 'gone', 'noNeed', 'barred', 'mistaken'] as const;
export type LeavingPost = (typeof LEAVING_POST)[number];

/** What is on a post on a day, or in a month: undefined where nothing is. */
export function standardIn(standards: readonly PostStandard[], month: Month): PostStandard | undefined {
  return standards
    .filter(({ from }) => from <= month)
    .reduce<PostStandard | undefined>((found, each) => {
      if (found === undefined || each.from > found.from) return each;
      return each.from === found.from && each.standardNumber > found.standardNumber ? each : found;
    }, undefined);
}

/** The last day somebody is on a post; undefined where it was entered wrongly. */
export function lastDayOn({ to, left }: Appointment): CalendarDay | undefined {
  if (left === undefined) return to;
  if (left.why === 'mistaken') return undefined;
  return left.on < to ? left.on : to;
}

/**
 * An appointment as it stands once its person is on the list no more: who died or moved away is on no post
 * from that day on, whoever notes it; the days before are owed. Source: FY-10 (在岗领补, 有序退岗).
 */
export function endedByList<Of extends Appointment>(of: Of, left: ReadonlyMap<string, LeftList>): Of {
  const gone = left.get(of.memberId);
  const last = lastDayOn(of);
  if (gone === undefined || last === undefined || last < gone.from) return of;
  return { ...of, left: { on: addDays(gone.from, -1), why: 'gone' } };
}

/** Whether somebody is on a post on a day. */
export function isOnPost(appointment: Appointment, day: CalendarDay): boolean {
  const last = lastDayOn(appointment);
  return last !== undefined && appointment.from <= day && day <= last;
}

/** Whether two spans of days share one. */
export function overlaps(appointment: Appointment, from: CalendarDay, to: CalendarDay): boolean {
  const last = lastDayOn(appointment);
  return last !== undefined && appointment.from <= to && from <= last;
}

/**
 * How many people are on a post at once on the busiest day of a span: on the first day, or on one on which
 * somebody begins.
 */
export function mostOnPost(appointments: readonly Appointment[], from: CalendarDay, to: CalendarDay): number {
  const days = [from, ...appointments.map((each) => each.from).filter((day) => day > from && day <= to)];
  const counts = days.map((day) => appointments.filter((each) => isOnPost(each, day)).length);
  return Math.max(0, ...counts);
}

/** A post as typed. */
export interface PostForm {
  readonly postKind: string;
  readonly postName: string;
  readonly postDuties: string;
  readonly postPlace: string;
  readonly seats: string;
  readonly postFrom: string;
}

/** No post is for more people than that. */
export const MOST_SEATS = 500;

/**
 * Reads a post: what there is to do, where, for how many. Source: FY-10, 按需设岗.
 * @returns problems `form.*`, `calendar.notADay`, `post.nameTaken`, `post.seats`
 */
export function readPost(
  form: PostForm,
  namesTaken: readonly string[],
): { readonly post: Omit<Post, 'id' | 'number'>; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const text = (field: 'postName' | 'postDuties' | 'postPlace'): string => {
    const value = form[field].trim();
    if (value === '') problems.push({ code: 'form.missing', field });
    problems.push(...privateNumberProblems({ [field]: value }));
    return value;
  };
  const kind = POST_KINDS.find((each) => each === form.postKind);
  if (kind === undefined)
    problems.push({
      code: form.postKind.trim() === '' ? 'form.missing' : 'form.notAllowed',
      field: 'postKind',
    });
  const name = text('postName');
  if (namesTaken.includes(name)) problems.push({ code: 'post.nameTaken', field: 'postName', value: name });
  const [duties, place] = [text('postDuties'), text('postPlace')];
  const seats = /^\d{1,3}$/.test(form.seats.trim()) ? Number(form.seats.trim()) : 0;
  if (seats < 1 || seats > MOST_SEATS)
    problems.push({ code: 'post.seats', field: 'seats', value: form.seats, facts: { most: MOST_SEATS } });
  const openedOn = readDay({ field: 'postFrom', value: form.postFrom }, problems) ?? '';
  return { post: { kind: kind ?? 'other', name, duties, place, seats, openedOn }, problems };
}
