import type { CalendarDay, Month } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import type { AttendanceLine } from '../uses/attendance';
import { PAID_EVERY } from '../uses/post';
import {
  GRANTED_SUMS,
  grantedSums,
  type GrantedTogether,
  PLAN_LINES,
  type TakenLine,
  takenRows,
} from './plan-lines-taken';
import { type ReportFigures, type ReportRow, reportTable, type ReportShape } from './report-notice';

/** Who was on which post for how many accepted days, and what that comes to. */
export const POST_WAGES = {
  pools: 'none',
  sums: GRANTED_SUMS,
  capitals: 'granted',
  tables: {
    people: {
      listsPersons: true,
      fields: {
        person: { kind: 'person' },
        group: { kind: 'group' },
        post: { kind: 'post' },
        standard: { kind: 'money' },
        every: { kind: 'word', words: PAID_EVERY },
        norm: { kind: 'count' },
        days: { kind: 'halfDays' },
        short: { kind: 'halfDays' },
        amount: { kind: 'money' },
      },
      ...{ lead: 'person', amount: 'amount', totals: { days: '', amount: 'granted' } },
      ...{ marked: 'short', example: ['person', 'standard', 'days', 'norm', 'amount'] },
    },
    months: {
      fields: {
        month: { kind: 'text' },
        accepted: { kind: 'day' },
        people: { kind: 'count' },
        amount: { kind: 'money' },
        paid: { kind: 'money' },
        waiting: { kind: 'money' },
      },
      ...{ lead: 'month', amount: 'amount', totals: { amount: '', paid: 'paid', waiting: '' } },
    },
    lines: PLAN_LINES,
  },
} as const satisfies ReportShape;

/** The days of one person on one post in a month, accepted. */
export interface AcceptedDays extends AttendanceLine {
  readonly memberId: string;
  readonly postId: string;
}

/** A month whose wages are owed. */
export interface WageMonth extends GrantedTogether {
  readonly month: Month;
  /** As the sheet prints it. */
  readonly name: string;
  readonly acceptedOn: CalendarDay;
  readonly lines: readonly AcceptedDays[];
}

/** What the sheet is made of. */
export interface PostWagesFacts {
  readonly months: readonly WageMonth[];
  /** Months before, of which something may not be paid. */
  readonly earlier: readonly GrantedTogether[];
  readonly lines: readonly TakenLine[];
}

/**
 * The figures of the sheet. Somebody has a row for each post and each standard; a month that is not paid to
 * all says only how much waits, and nobody of whom.
 */
export function postWagesNotice({ months, earlier, lines }: PostWagesFacts): ReportFigures {
  const { tables } = POST_WAGES;
  const days = months.flatMap((each) => each.lines);
  const rows = [...groupedBy(days, rowKey).values()].map(personRow);
  return {
    sums: grantedSums(months, earlier),
    tables: {
      months: reportTable(tables.months, months.map(monthRow)),
      lines: reportTable(tables.lines, takenRows(lines)),
    },
    persons: { people: reportTable(tables.people, rows) },
  };
}

function rowKey({ appointmentId, every, standard }: AcceptedDays): string {
  return `${appointmentId} ${every} ${String(standard)}`;
}

function personRow(own: readonly AcceptedDays[]): ReportRow {
  const [first] = own;
  const days = own.reduce((sum, { halfDays }) => sum + halfDays, 0);
  const norm = own.reduce((sum, { monthDays }) => sum + monthDays, 0);
  const isMonthly = first?.every === 'month';
  const short = norm * 2 - days;
  return {
    ...{ person: first?.memberId ?? '', group: first?.memberId ?? '', post: first?.postId ?? '' },
    ...{ standard: String(first?.standard ?? 0n), every: first?.every ?? 'month' },
    ...(isMonthly ? { norm } : {}),
    days,
    ...(isMonthly && short > 0 ? { short } : {}),
    amount: String(amountOf(own)),
  };
}

function monthRow({ name, acceptedOn, lines, amount, open }: WageMonth): ReportRow {
  return {
    ...{ month: name, accepted: acceptedOn },
    ...{ people: new Set(lines.map(({ memberId }) => memberId)).size, amount: String(amount) },
    ...{ paid: String(amount - open), waiting: String(open) },
  };
}

function amountOf(lines: readonly AcceptedDays[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}
