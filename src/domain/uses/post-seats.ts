import { addDays, type CalendarDay } from '../calendar/calendar-day';
import { readPaper } from '../collectives/household-status';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { type Reasons, readReasons } from './post-questions';
import { type Appointment, MOST_SEATS, mostOnPost, type Post } from './post';

/** For how many people a post is from a day on; for none where it is closed. */
export interface SeatsChange {
  /** From 1, in the order of entry. */
  readonly number: number;
  readonly from: CalendarDay;
  readonly seats: number;
}

/** What of a post decides who has room on it. */
export interface PostRoom {
  readonly post: Pick<Post, 'seats' | 'openedOn'>;
  readonly seatChanges: readonly SeatsChange[];
}

/** A change of the seats as typed. */
export interface SeatsForm {
  readonly seats: string;
  readonly seatsFrom: string;
  readonly seatsWhy: string;
  readonly seatsPaper: string;
  /** By question; absent where nothing was asked. */
  readonly postReasons?: Reasons;
}

/** A change of the seats as read. */
export interface ReadSeats {
  readonly from: CalendarDay;
  readonly seats: number;
  readonly why: string;
  readonly paper: string;
  readonly reasons: Reasons;
}

const NO_END: CalendarDay = '9999-12-31';

/** For how many people a post is on a day: by the last change that has begun, else as it was opened. */
export function seatsOn({ post, seatChanges }: PostRoom, day: CalendarDay): number {
  return seatChanges.findLast(({ from }) => from <= day)?.seats ?? post.seats;
}

/**
 * The first stretch of a span on which nobody more has room, by its first day and its seats: a post that
 * changes in between is looked at stretch by stretch. Undefined where there is room all the time.
 */
export function noRoomIn(
  room: PostRoom,
  appointments: readonly Appointment[],
  span: { readonly from: CalendarDay; readonly to: CalendarDay },
): { readonly day: CalendarDay; readonly seats: number } | undefined {
  const within = room.seatChanges.map(({ from }) => from).filter((day) => day > span.from && day <= span.to);
  const starts = [...new Set([span.from, ...within])].sort();
  return starts
    .map((day, index) => ({ day, seats: seatsOn(room, day), next: starts[index + 1] }))
    .find(({ day, seats, next }) => {
      const last = next === undefined ? span.to : addDays(next, -1);
      return mostOnPost(appointments, day, last) >= seats;
    });
}

/**
 * Reads that a post is for another number of people from a day on, or for nobody: then it is closed. Nobody
 * loses his place by it: while more are appointed than would have room, they leave first. Source: FY-10, 按需
 * 设岗, 有序退岗.
 * @param appointments everybody who was ever on the post
 * @returns problems `form.*`, `calendar.notADay`, `post.seatsOrNone`, `post.beforePost`,
 *   `post.seatsBeforeLast`, `post.sameSeats`, `post.seatsTaken`
 */
export function readSeats(
  form: SeatsForm,
  room: PostRoom,
  appointments: readonly Appointment[],
): { readonly change: ReadSeats; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const typed = form.seats.trim();
  const seats = /^\d{1,3}$/.test(typed) ? Number(typed) : MOST_SEATS + 1;
  if (seats > MOST_SEATS)
    problems.push({ code: 'post.seatsOrNone', field: 'seats', value: typed, facts: { most: MOST_SEATS } });
  const from = readDay({ field: 'seatsFrom', value: form.seatsFrom }, problems) ?? '';
  const why = form.seatsWhy.trim();
  if (why === '') problems.push({ code: 'form.missing', field: 'seatsWhy' });
  problems.push(...privateNumberProblems({ seatsWhy: why }));
  const paper = readPaper({ field: 'seatsPaper', value: form.seatsPaper }, problems);
  const { reasons, problems: reasonProblems } = readReasons(form.postReasons ?? {});
  problems.push(...reasonProblems);
  const change = { from, seats, why, paper, reasons };
  if (problems.length === 0) problems.push(...roomProblems(change, room, appointments));
  return { change, problems };
}

function roomProblems(
  { from, seats }: ReadSeats,
  room: PostRoom,
  appointments: readonly Appointment[],
): Problem[] {
  const at = { field: 'seatsFrom', value: from };
  const { openedOn } = room.post;
  const last = room.seatChanges.at(-1)?.from ?? openedOn;
  if (from < openedOn) return [{ code: 'post.beforePost', ...at, facts: { openedOn } }];
  if (from < last) return [{ code: 'post.seatsBeforeLast', ...at, facts: { last } }];
  if (seatsOn(room, from) === seats) return [{ code: 'post.sameSeats', field: 'seats' }];
  const most = mostOnPost(appointments, from, NO_END);
  return most > seats ? [{ code: 'post.seatsTaken', field: 'seats', facts: { most, seats, from } }] : [];
}
