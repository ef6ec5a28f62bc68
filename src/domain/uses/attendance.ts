import { type CalendarDay, daysInclusive, firstDayOf, lastDayOf, type Month } from '../calendar/calendar-day';
import { type Fen, plainYuan, sumFen } from '../money/fen';
import { halfWidth } from '../shared/half-width';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { paidTwice } from './paid-twice';
import {
  type Appointment,
  lastDayOn,
  type PaidEvery,
  type Post,
  type PostStandard,
  standardIn,
} from './post';
import type { WorkedSpan } from './work-days';

/** Somebody who is on a post in a month: for how many days at most, and what the post pays then. */
export interface MonthRow {
  readonly appointmentId: string;
  readonly memberId: string;
  readonly post: Post;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  /** Days of the month within the appointment. */
  readonly possible: number;
  /** Days of the month. */
  readonly monthDays: number;
  /** Undefined where nothing is set: then nothing can be owed. */
  readonly standard: Pick<PostStandard, 'every' | 'amount'> | undefined;
  /** Since when he is an officer or close to one, where the region bars him; absent where he is not. */
  readonly barredFrom?: CalendarDay | undefined;
}

/** What of a month somebody was on his post, and what that comes to. */
export interface AttendanceLine {
  readonly appointmentId: string;
  /** Half days, so that a morning counts. */
  readonly halfDays: number;
  readonly monthDays: number;
  readonly every: PaidEvery;
  readonly standard: Fen;
  readonly amount: Fen;
}

/** A month's sheet as typed: the days by appointment. */
export interface AttendanceForm {
  readonly days: Readonly<Record<string, string>>;
  /** Why the document is not followed where it only asks. */
  readonly attendanceReason: string;
  /**
   * How many sheets of the month there were when it was opened, as digits; blank before there was one.
   * Undefined where nobody opened a form: what a program tells in one go.
   */
  readonly basedOn?: string;
  /** Why somebody is paid for the same days on a labour sheet, too, where it asks. */
  readonly bothWhy?: string;
}

/**
 * Everybody who is on a post on some day of a month, in the order of posts and appointments.
 * @param barred since when a person is an officer or close to one
 */
export function monthRows(
  posts: readonly {
    readonly post: Post;
    readonly standards: readonly PostStandard[];
    readonly appointments: readonly Appointment[];
  }[],
  month: Month,
  barred: ReadonlyMap<string, CalendarDay> = new Map(),
): MonthRow[] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return posts.flatMap(({ post, standards, appointments }) =>
    appointments.flatMap((appointment) => {
      const end = lastDayOn(appointment);
      if (end === undefined || appointment.from > last || end < first || end < appointment.from) return [];
      const from = appointment.from < first ? first : appointment.from;
      const to = end > last ? last : end;
      const row = { appointmentId: appointment.id, memberId: appointment.memberId, post, from, to };
      const possible = daysInclusive(from, to);
      const monthDays = daysInclusive(first, last);
      const barredFrom = barred.get(appointment.memberId);
      return [{ ...row, possible, monthDays, standard: standardIn(standards, month), barredFrom }];
    }),
  );
}

/**
 * What days on a post come to: a month's pay by the days of the month, a day's by days, rounded half away
 * from zero to the fen, once. A whole month is exactly its standard. Source: FY-10 (在岗领补).
 */
export function wageOf(of: Pick<AttendanceLine, 'halfDays' | 'monthDays' | 'every' | 'standard'>): Fen {
  const { product, divisor } = wageQuotient(of);
  return (product * 2n + divisor) / (divisor * 2n);
}

/** Of which division a wage is the result. */
export function wageQuotient(of: Pick<AttendanceLine, 'halfDays' | 'monthDays' | 'every' | 'standard'>): {
  readonly product: bigint;
  readonly divisor: bigint;
} {
  const { halfDays, monthDays, every, standard } = of;
  invariant(standard > 0n && halfDays >= 0 && monthDays > 0, 'a wage is for days at a standard');
  const divisor = every === 'month' ? BigInt(monthDays) * 2n : 2n;
  return { product: standard * BigInt(halfDays), divisor };
}

/** `12.5` of 25 half days. */
export function daysText(halfDays: number): string {
  return halfDays % 2 === 0 ? String(halfDays / 2) : `${String((halfDays - 1) / 2)}.5`;
}

/** What a sheet comes to. */
export function attendanceAmount(lines: readonly Pick<AttendanceLine, 'amount'>[]): Fen {
  return sumFen(lines.map(({ amount }) => amount));
}

/**
 * Reads a month's sheet: how many days each was on his post, none left out, never more than he was appointed
 * for. Nobody is owed anything by it before somebody else accepts it.
 * @returns problems `form.missing`, `attendance.days` (with the most), `attendance.noStandard`,
 *   `attendance.barred` (who became close to an officer leaves the post first), `attendance.nobody`,
 *   `attendance.notInMonth` (days of somebody who is on no post in the month: they are not left out unseen)
 */
export function readAttendance(
  form: AttendanceForm,
  rows: readonly MonthRow[],
): { readonly lines: AttendanceLine[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  if (rows.length === 0) problems.push({ code: 'attendance.nobody', field: '' });
  const known = new Set(rows.map(({ appointmentId }) => appointmentId));
  for (const [id, value] of Object.entries(form.days))
    if (!known.has(id) && value.trim() !== '')
      problems.push({ code: 'attendance.notInMonth', field: `days[${id}]`, value });
  const lines = rows.flatMap((row) => {
    const { appointmentId, possible, monthDays, standard } = row;
    const field = `days[${appointmentId}]`;
    const value = halfWidth(form.days[appointmentId] ?? '').trim();
    const halfDays = /^\d{1,2}(\.[05])?$/.test(value) ? Math.round(Number(value) * 2) : undefined;
    if (value === '') problems.push({ code: 'form.missing', field });
    else if (halfDays === undefined || halfDays > possible * 2)
      problems.push({ code: 'attendance.days', field, value, facts: { most: possible } });
    if (standard === undefined) problems.push({ code: 'attendance.noStandard', field });
    if (isBarred(row))
      problems.push({ code: 'attendance.barred', field, facts: { from: row.barredFrom ?? '' } });
    if (halfDays === undefined || standard === undefined) return [];
    const line = { halfDays, monthDays, every: standard.every, standard: standard.amount };
    return [{ appointmentId, ...line, amount: wageOf(line) }];
  });
  return { lines, problems };
}

/**
 * Days that are still to come: a month's sheet says what was, so who is entered before the month is over has
 * at most the days up to today.
 * @returns problems `attendance.ahead`, with the most
 */
export function aheadProblems(
  lines: readonly AttendanceLine[],
  rows: readonly MonthRow[],
  today: CalendarDay,
): Problem[] {
  return lines.flatMap(({ appointmentId, halfDays }): Problem[] => {
    const row = rows.find((each) => each.appointmentId === appointmentId);
    if (row === undefined || row.to <= today) return [];
    const most = row.from > today ? 0 : daysInclusive(row.from, today);
    if (halfDays <= most * 2) return [];
    const value = daysText(halfDays);
    return [{ code: 'attendance.ahead', field: `days[${appointmentId}]`, value, facts: { today, most } }];
  });
}

/** Who is on labour sheets on the same days: told beside his days, and asked about once. */
export function onSheetsProblems(
  lines: readonly AttendanceLine[],
  rows: readonly MonthRow[],
  worked: readonly WorkedSpan[],
): Problem[] {
  const onPosts = lines.flatMap(({ appointmentId, halfDays }) => {
    const row = rows.find((each) => each.appointmentId === appointmentId);
    return row === undefined ? [] : [{ ...row, halfDays }];
  });
  const asked = onPosts.map(({ memberId }) => memberId);
  const found = paidTwice(asked, { worked, onPosts });
  if (found.length === 0) return [];
  const told = found.map(({ memberId, facts }): Problem => {
    const row = onPosts.find((each) => each.memberId === memberId);
    return { code: 'attendance.alsoWorked', field: `days[${row?.appointmentId ?? ''}]`, facts };
  });
  return [...told, { code: 'attendance.bothWhy', field: 'bothWhy' }];
}

/**
 * Whether somebody else entered the month after a form of it was opened, and where that differs from what was
 * typed: the later sheet would lay the earlier one aside unseen.
 * @returns problems `attendance.changedMeanwhile`, and `attendance.otherDays` of each whose days are others
 */
export function meanwhileProblems(
  { basedOn, days }: Pick<AttendanceForm, 'basedOn' | 'days'>,
  sheets: readonly { readonly lines: readonly AttendanceLine[] }[],
): Problem[] {
  const count = sheets.length;
  if (basedOn === undefined || Number(basedOn.trim() === '' ? '0' : basedOn) === count) return [];
  const others = (sheets.at(-1)?.lines ?? []).flatMap(({ appointmentId, halfDays }): Problem[] => {
    const value = halfWidth(days[appointmentId] ?? '').trim();
    if (value !== '' && Number(value) * 2 === halfDays) return [];
    const facts = { days: daysText(halfDays) };
    return [{ code: 'attendance.otherDays', field: `days[${appointmentId}]`, value, facts }];
  });
  return [{ code: 'attendance.changedMeanwhile', field: '', facts: { count } }, ...others];
}

/** Whether somebody is an officer, or close to one, on a day of the month on which he is on the post. */
function isBarred({ barredFrom, to }: MonthRow): boolean {
  return barredFrom !== undefined && barredFrom <= to;
}

/**
 * Whether what a sheet says is still so: everybody on a post is in it, nobody for more days than he is on it
 * by now, each at what his post pays. Somebody may have left, come or been paid otherwise since.
 */
export function stillHolds(lines: readonly AttendanceLine[], rows: readonly MonthRow[]): boolean {
  if (lines.length !== rows.length || rows.some(isBarred)) return false;
  return rows.every(({ appointmentId, possible, standard }) => {
    const line = lines.find((each) => each.appointmentId === appointmentId);
    if (line === undefined || line.halfDays > possible * 2) return false;
    return line.standard === standard?.amount && line.every === standard.every;
  });
}

/** What the document in force is asked of a line: the post's whole month, or what days come to. */
export function postMonthFacts(
  row: MonthRow,
  line: AttendanceLine,
  month: Month,
): Readonly<Record<string, string>> {
  return {
    wage: plainYuan(line.every === 'month' ? line.standard : line.amount),
    month,
    appointed_from: row.from.slice(0, 7),
    appointed_to: row.to.slice(0, 7),
  };
}
