import { type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { readPaper } from '../collectives/household-status';
import type { Labour, OfficerRelation } from '../collectives/person';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';
import { type Appointment, type LeavingPost, LEAVING_POST, overlaps, type Post } from './post';
import { askOrRefuse, type Reasons, readReasons } from './post-questions';
import { noRoomIn, type SeatsChange } from './post-seats';
import type { PostTerms } from './post-terms';

/** An appointment as typed. */
export interface AppointmentForm {
  readonly shownFrom: string;
  readonly shownTo: string;
  readonly appointedFrom: string;
  readonly appointedTo: string;
  /** The agreement that both signed. */
  readonly agreement: string;
  readonly postReasons: Reasons;
}

/** Who is to be appointed, as the list has him on the first day. */
export interface Candidate {
  readonly memberId: string;
  readonly age: number;
  readonly labour: Labour;
  readonly officerRelation: OfficerRelation;
  /** The group of the document that his household belongs to; empty where it belongs to none. */
  readonly group: string;
}

/** What an appointment is held against. */
export interface AppointmentGround {
  readonly post: Post;
  readonly seatChanges: readonly SeatsChange[];
  /** Undefined where nobody of the list is meant; that is said elsewhere. */
  readonly candidate: Candidate | undefined;
  /** Everybody on any post of the village. */
  readonly appointments: readonly Appointment[];
  readonly terms: PostTerms;
}

/** An appointment as read. */
export interface ReadAppointment {
  readonly shownFrom: CalendarDay;
  readonly shownTo: CalendarDay;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly agreement: string;
  readonly reasons: Reasons;
}

/**
 * Reads an appointment: shown first, one person one post, nobody who is close to an officer, able to work,
 * and within the seats. Source: FY-10 (以岗聘任), domain facts §1.2 (Guantao, Gaotai, Qingshui, Guizhou,
 * Shouxian).
 * @returns problems `form.*`, `calendar.notADay`, `post.*`
 */
export function readAppointment(
  form: AppointmentForm,
  ground: AppointmentGround,
): { readonly appointment: ReadAppointment; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const day = (field: 'shownFrom' | 'shownTo' | 'appointedFrom' | 'appointedTo'): CalendarDay =>
    readDay({ field, value: form[field] }, problems) ?? '';
  const [shownFrom, shownTo] = [day('shownFrom'), day('shownTo')];
  const [from, to] = [day('appointedFrom'), day('appointedTo')];
  const agreement = readPaper({ field: 'agreement', value: form.agreement }, problems);
  const { reasons, problems: reasonProblems } = readReasons(form.postReasons);
  problems.push(...reasonProblems);
  const appointment = { shownFrom, shownTo, from, to, agreement, reasons };
  if (problems.length > 0) return { appointment, problems };
  const { candidate } = ground;
  problems.push(...dayProblemsOf(appointment, ground));
  if (candidate !== undefined) {
    problems.push(
      ...barredProblems(candidate, ground.terms),
      ...fitProblems(candidate, reasons, ground.terms),
      ...placeProblems(appointment, candidate, ground),
    );
  }
  return { appointment, problems };
}

function dayProblemsOf(
  { shownFrom, shownTo, from, to, reasons }: ReadAppointment,
  { post, terms }: AppointmentGround,
): Problem[] {
  const problems: Problem[] = [];
  if (shownTo < shownFrom)
    problems.push({ code: 'post.shownBackwards', field: 'shownTo', value: shownTo, facts: { shownFrom } });
  else {
    const shown = daysInclusive(shownFrom, shownTo);
    if (shown < terms.shownDays)
      problems.push(
        ...askOrRefuse({
          ...{
            question: 'shownTooShort',
            code: 'post.shownTooShort',
            asks: 'post.shownTooShortWhy',
            field: 'shownTo',
            value: shownTo,
          },
          ...{ facts: { shown, wanted: terms.shownDays }, reasons, terms },
        }),
      );
  }
  if (from <= shownTo)
    problems.push({ code: 'post.beforeShown', field: 'appointedFrom', value: from, facts: { shownTo } });
  if (from < post.openedOn)
    problems.push({
      ...{ code: 'post.beforePost', field: 'appointedFrom', value: from },
      facts: { openedOn: post.openedOn },
    });
  if (to < from)
    problems.push({ code: 'post.appointedBackwards', field: 'appointedTo', value: to, facts: { from } });
  return problems;
}

/** Officers and those close to them are not paid out of what they decide about. */
function barredProblems({ officerRelation }: Candidate, { barred }: PostTerms): Problem[] {
  if (!barred.includes(officerRelation)) return [];
  return [{ code: 'post.barred', field: 'appointee' }];
}

function fitProblems({ age, labour, group }: Candidate, reasons: Reasons, terms: PostTerms): Problem[] {
  const problems: Problem[] = [];
  const value = String(age);
  if (labour === 'none') problems.push({ code: 'post.cannotWork', field: 'appointee' });
  if (age < terms.leastAge)
    problems.push({ code: 'post.tooYoung', field: 'appointee', value, facts: { least: terms.leastAge } });
  if (age > terms.mostAge)
    problems.push(
      ...askOrRefuse({
        ...{ question: 'tooOld', code: 'post.tooOld', asks: 'post.tooOldWhy', field: 'appointee', value },
        ...{ facts: { most: terms.mostAge }, reasons, terms },
      }),
    );
  // In principle only: the document's own words leave others possible, so it is asked and never refused.
  if (group === '' && (reasons['notHelped'] ?? '') === '')
    problems.push({ code: 'post.notHelped', field: 'postReasons[notHelped]' });
  return problems;
}

function placeProblems(
  { from, to }: ReadAppointment,
  { memberId }: Candidate,
  { post, seatChanges, appointments }: AppointmentGround,
): Problem[] {
  const problems: Problem[] = [];
  const another = appointments.find((each) => each.memberId === memberId && overlaps(each, from, to));
  if (another !== undefined)
    problems.push({ code: 'post.onPost', field: 'appointee', facts: { from: another.from } });
  const own = appointments.filter(({ postId }) => postId === post.id);
  const none = noRoomIn({ post, seatChanges }, own, { from, to });
  if (none !== undefined) {
    const { day, seats } = none;
    const code = seats === 0 ? 'post.closed' : 'post.full';
    problems.push({ code, field: 'appointedFrom', value: from, facts: { seats, day } });
  }
  return problems;
}

/** The end of an appointment as typed. */
export interface PostLeavingForm {
  readonly leftPostOn: string;
  readonly postLeaving: string;
  readonly leavingPaper: string;
}

/**
 * Reads the end of an appointment. Source: FY-10, 有序退岗.
 * @returns problems `form.*`, `calendar.notADay`, `post.leftOutside` (with the days that were agreed)
 */
export function readPostLeaving(
  form: PostLeavingForm,
  { from, to }: Appointment,
): {
  readonly leaving: { readonly on: CalendarDay; readonly why: LeavingPost; readonly paper: string };
  readonly problems: Problem[];
} {
  const problems: Problem[] = [];
  const why = LEAVING_POST.find((each) => each === form.postLeaving);
  if (why === undefined)
    problems.push({
      code: form.postLeaving.trim() === '' ? 'form.missing' : 'form.notAllowed',
      field: 'postLeaving',
    });
  const at = { field: 'leftPostOn', value: form.leftPostOn };
  const on = why === 'mistaken' ? from : (readDay(at, problems) ?? '');
  if (on !== '' && (on < from || on > to))
    problems.push({ code: 'post.leftOutside', ...at, facts: { from, to } });
  const paper = readPaper({ field: 'leavingPaper', value: form.leavingPaper }, problems);
  return { leaving: { on, why: why ?? 'ownWish', paper }, problems };
}
