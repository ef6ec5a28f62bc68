import { type CalendarDay, isCalendarDay } from '../calendar/calendar-day';
import { canonicalText } from './digest';
import type { NoticePool } from './distribution-notice';
import type { DrawnReport } from './report-notice';
import { isReportSheet, type ReportSheet, shapeOf } from './report-sheets';
import type { Problem } from '../shared/problem';

/** Which sheet is wanted, as typed: a blank pool is all money together. */
export interface ReportForm {
  readonly sheet: string;
  readonly pool: string;
  readonly sheetFrom: string;
  readonly sheetTo: string;
  /** The id of the one matter it is about; a sheet about some days has none. */
  readonly sheetAbout: string;
}

/** A sheet about some days. */
export interface WantedDays {
  readonly sheet: ReportSheet;
  readonly pool?: NoticePool | undefined;
  readonly periodFrom: CalendarDay;
  readonly periodTo: CalendarDay;
}

/** Which sheet is wanted: of some days, or about one matter, which has its days. */
export type WantedReport = WantedDays | { readonly sheet: ReportSheet; readonly aboutId: string };

const POOLS: readonly NoticePool[] = ['pv', 'other'];

/**
 * Which sheet is wanted, of days that are over or about one matter.
 * @returns the wish, or what is wrong: `form.notAllowed`, `form.missing`, `calendar.notADay`,
 *   `calendar.reversed`, `notices.periodNotOver`
 */
export function readReportForm(
  form: ReportForm,
  today: CalendarDay,
): { readonly wanted: WantedReport } | { readonly problems: readonly Problem[] } {
  return shapeOf(form.sheet)?.matter === undefined ? readDays(form, today) : readMatter(form);
}

function readMatter({ sheet, sheetAbout: aboutId }: ReportForm): ReturnType<typeof readReportForm> {
  if (aboutId !== '' && isReportSheet(sheet)) return { wanted: { sheet, aboutId } };
  return { problems: [{ code: 'form.missing', field: 'sheetAbout' }] };
}

function readDays(form: ReportForm, today: CalendarDay): ReturnType<typeof readReportForm> {
  const { sheet, pool, sheetFrom: periodFrom, sheetTo: periodTo } = form;
  const named = POOLS.find((each) => each === pool);
  const problems: Problem[] = [];
  const refuse = (code: string, field: keyof ReportForm, facts?: Problem['facts']): void => {
    problems.push({ code, field, value: form[field], ...(facts === undefined ? {} : { facts }) });
  };
  if (!isReportSheet(sheet)) refuse('form.notAllowed', 'sheet', { allowed: '' });
  if (pool !== '' && named === undefined) refuse('form.notAllowed', 'pool', { allowed: POOLS.join(', ') });
  if (!isCalendarDay(periodFrom)) refuse('calendar.notADay', 'sheetFrom');
  if (!isCalendarDay(periodTo)) refuse('calendar.notADay', 'sheetTo');
  else if (periodTo > today) refuse('notices.periodNotOver', 'sheetTo', { today });
  else if (periodTo < periodFrom) refuse('calendar.reversed', 'sheetTo', { from: periodFrom });
  if (problems.length > 0 || !isReportSheet(sheet)) return { problems };
  const isPooled = shapeOf(sheet)?.pools === 'oneOrAll' && named !== undefined;
  return { wanted: { sheet, ...(isPooled ? { pool: named } : {}), periodFrom, periodTo } };
}

/** Whether two sheets of the same days say the same of them. */
export function saysTheSame(one: DrawnReport, other: DrawnReport): boolean {
  const said = ({ sums, facts, tables, persons, basis }: DrawnReport): string =>
    canonicalText({ sums, facts, tables, persons, basis });
  return said(one) === said(other);
}
