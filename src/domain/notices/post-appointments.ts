import { addDays, type CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import { type Appointment, isOnPost, lastDayOn, PAID_EVERY, type PaidEvery } from '../uses/post';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

/** Fewer people than this are not told apart: everybody in the village would know who they are. */
const FEWEST_TOLD = 3;

/**
 * How somebody came to a post or left it, as far as that is anybody's business: that he could not do it, is
 * ill, died, moved away or should not have been appointed all stand as `left`.
 */
export const CHANGE_WAYS = ['came', 'agreedEnd', 'noNeed', 'left'] as const;
type ChangeWay = (typeof CHANGE_WAYS)[number];

const WHO = { person: { kind: 'person' }, group: { kind: 'group' }, post: { kind: 'post' } } as const;

/** Who is on which post since when, what it pays, how many of whom were chosen, who came and who left. */
export const POST_APPOINTMENTS = {
  pools: 'none',
  sums: ['atStart', 'came', 'went', 'atEnd'],
  counts: true,
  tables: {
    people: {
      listsPersons: true,
      fields: { ...WHO, since: { kind: 'day' }, until: { kind: 'day' }, shown: { kind: 'day' } },
      ...{ lead: 'person', amount: 'since', totals: {} },
    },
    changes: {
      listsPersons: true,
      fields: { day: { kind: 'day' }, ...WHO, way: { kind: 'word', words: CHANGE_WAYS } },
      ...{ lead: 'person', amount: 'way', totals: {} },
    },
    posts: {
      fields: {
        post: { kind: 'post' },
        seats: { kind: 'count' },
        people: { kind: 'count' },
        standard: { kind: 'money' },
        every: { kind: 'word', words: PAID_EVERY },
      },
      ...{ lead: 'post', amount: 'people', totals: { seats: '', people: 'atEnd' } },
    },
    chosen: {
      fields: { among: { kind: 'text' }, people: { kind: 'count' } },
      ...{ lead: 'among', amount: 'people', totals: { people: '' } },
    },
  },
} as const satisfies ReportShape;

/** An appointment as the sheet tells it. */
export interface ToldAppointment extends Appointment {
  /** The last day on which it hung out before it began. */
  readonly shownTo: CalendarDay;
  /** The words of the document for whom his household belongs to; undefined where none fits. */
  readonly among: string | undefined;
}

/** A post with everybody who was ever on it, as it is on the last day. */
export interface PostOverTime {
  readonly id: string;
  readonly seats: number;
  /** What it pays in the month of the last day. */
  readonly standard: { readonly amount: Fen; readonly every: PaidEvery } | undefined;
  readonly appointments: readonly ToldAppointment[];
}

interface Days {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What the document's words say of nobody on the post, and what stands for groups of fewer than three. */
export interface ChosenWords {
  readonly others: string;
  readonly few: string;
}

/** The figures of the sheet: on posts before + who came − who left = on posts on the last day. */
export function postAppointmentsNotice(
  posts: readonly PostOverTime[],
  { from, to }: Days,
  words: ChosenWords,
): ReportFigures {
  const { tables } = POST_APPOINTMENTS;
  const all = posts.flatMap((post) => post.appointments);
  const before = addDays(from, -1);
  const onPost = all.filter((each) => isOnPost(each, to));
  const changes = all.flatMap((each) => changesOf(each, { from, to })).sort(byDay);
  const rowsOf = ({ id, seats, standard, appointments }: PostOverTime): ReportRow => ({
    ...{ post: id, seats, people: appointments.filter((each) => isOnPost(each, to)).length },
    ...(standard === undefined ? {} : { standard: String(standard.amount), every: standard.every }),
  });
  const standing = posts.filter(({ seats, appointments }) => {
    return seats > 0 || appointments.some((each) => isOnPost(each, to));
  });
  return {
    sums: {
      atStart: String(all.filter((each) => isOnPost(each, before)).length),
      came: String(changes.filter(({ way }) => way === 'came').length),
      went: String(changes.filter(({ way }) => way !== 'came').length),
      atEnd: String(onPost.length),
    },
    tables: {
      posts: reportTable(tables.posts, standing.map(rowsOf)),
      chosen: reportTable(tables.chosen, chosenRows(onPost, words)),
    },
    persons: {
      people: reportTable(tables.people, onPost.map(personRow)),
      changes: reportTable(tables.changes, changes),
    },
  };
}

function personRow({ memberId, postId, from, to, shownTo }: ToldAppointment): ReportRow {
  return { person: memberId, group: memberId, post: postId, since: from, until: to, shown: shownTo };
}

/** That somebody came within the days, and that his last day was before the last of them. */
function changesOf(each: ToldAppointment, { from, to }: Days): ReportRow[] {
  const last = lastDayOn(each);
  if (last === undefined || last < each.from) return [];
  const { memberId, postId } = each;
  const who = { person: memberId, group: memberId, post: postId };
  const came: ReportRow[] =
    each.from >= from && each.from <= to ? [{ day: each.from, ...who, way: 'came' }] : [];
  const isGone = last >= addDays(from, -1) && last < to;
  return [...came, ...(isGone ? [{ day: last, ...who, way: wayOf(each) }] : [])];
}

function wayOf({ left, to }: Appointment): ChangeWay {
  if (left === undefined || left.on >= to) return 'agreedEnd';
  return left.why === 'noNeed' ? 'noNeed' : 'left';
}

/** Of whom the document speaks how many are on posts; groups of fewer than three together, under no name. */
function chosenRows(onPost: readonly ToldAppointment[], { others, few }: ChosenWords): ReportRow[] {
  const groups = [...groupedBy(onPost, ({ among }) => among ?? others)];
  const large = groups.filter(([, own]) => own.length >= FEWEST_TOLD);
  const small = groups.filter(([, own]) => own.length < FEWEST_TOLD).flatMap(([, own]) => own);
  return [
    ...large.map(([among, own]) => ({ among, people: own.length })),
    ...(small.length === 0 ? [] : [{ among: few, people: small.length }]),
  ];
}

function byDay({ day: one = '' }: ReportRow, { day: other = '' }: ReportRow): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
