import { type CalendarDay, daysInclusive, isCalendarDay, lastDayOf, monthOf } from '../calendar/calendar-day';
import { unanswered } from '../policy/written-reason';
import type { Problem } from '../shared/problem';
import { privateNumberProblems } from '../shared/private-number';
import { readDay, spanProblems } from '../shared/typed-fields';
import { labourQuestions, type LabourTerms, readLabourWhy } from './labour-questions';
import { type LabourLine, readLabourRows, type Worker } from './labour-rows';
import { paidTwice, readBothWhy } from './paid-twice';
import { daysTwice, type WorkedSpan } from './work-days';

/** What a sheet asks money for. Only labour is owed by a sheet; what else is asked for is told so. */
export const SHEET_ITEMS = ['labour_pay', 'materials', 'contractor'] as const;
export type SheetItem = (typeof SHEET_ITEMS)[number];

/** A labour sheet as typed. */
export interface WorkSheetForm {
  readonly item: string;
  readonly from: string;
  readonly to: string;
  /** Who, days, yuan a day: one row each. */
  readonly labourRows: string;
  /** The signed list it goes back to. */
  readonly paper: string;
  /** Why somebody is paid for the same days on a post, too, where it asks. */
  readonly bothWhy?: string;
  /** Why people whom a post would not take, or so high a day's pay, where it asks. */
  readonly labourWhy?: string;
}

/** A labour sheet: who worked on a small public work in some days of a month, and for how much. */
export interface WorkSheet {
  readonly item: SheetItem;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly paper: string;
  readonly lines: readonly LabourLine[];
  /** Blank where nobody is on a post on the same days. */
  readonly bothWhy: string;
  /** Blank where neither the people nor their pay asked. */
  readonly labourWhy: string;
}

/** What a sheet is read against. */
export interface SheetFacts {
  readonly today: CalendarDay;
  readonly workers: readonly Worker[];
  /** What stands on other sheets of the village that were not withdrawn. */
  readonly worked: readonly WorkedSpan[];
  /** What of the month stands on its attendance sheet. */
  readonly onPosts: readonly WorkedSpan[];
  /** What the region asks of who is paid for work. */
  readonly terms: LabourTerms;
}

/**
 * Reads a labour sheet. Its days are over and of one month, about which it will be booked; nobody's day is
 * written twice. Whoever was on a post on the same days, or would not be put on one, is asked about.
 * Materials and contractors are bills with papers of their own, never a sheet.
 * @returns problems `form.*`, `calendar.*`, `works.*`
 */
export function readWorkSheet(
  form: WorkSheetForm,
  facts: SheetFacts,
): { readonly sheet: WorkSheet; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const item = SHEET_ITEMS.find((each) => each === form.item);
  if (item === undefined) {
    problems.push({ code: form.item.trim() === '' ? 'form.missing' : 'form.notAllowed', field: 'item' });
  }
  const from = readDay({ field: 'from', value: form.from }, problems) ?? '';
  const to = readDay({ field: 'to', value: form.to }, problems) ?? '';
  problems.push(...daysProblems({ from, to, today: facts.today }));
  const paper = form.paper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  const both = readBothWhy(form.bothWhy);
  const labour = readLabourWhy(form.labourWhy);
  problems.push(...privateNumberProblems({ paper }), ...both.problems, ...labour.problems);
  const isSpan = isCalendarDay(from) && isCalendarDay(to) && from <= to;
  const most = isSpan ? daysInclusive(from, to) : 31;
  const rows = readLabourRows(form.labourRows, { workers: facts.workers, most });
  problems.push(...rows.problems);
  const { lines } = rows;
  const sheet = { item: item ?? 'labour_pay', from, to, paper, lines, bothWhy: '', labourWhy: '' };
  if (!isSpan || problems.length > 0) return { sheet, problems };
  const twice = twiceProblems(sheet, facts);
  const asked = twice.length > 0 ? [] : onPostProblems(sheet, facts);
  const fit = labourQuestions({ lines, workers: facts.workers, terms: facts.terms, why: labour.why });
  return {
    sheet: { ...sheet, bothWhy: asked.length === 0 ? '' : both.why, labourWhy: fit.kept },
    problems: [...twice, ...fit.problems, ...unanswered(asked, both.why)],
  };
}

/** Nothing is owed before the work is done, and a sheet is about one month. Source: domain facts §1.2. */
function daysProblems(given: {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly today: CalendarDay;
}): Problem[] {
  const { from, to, today } = given;
  if (!isCalendarDay(from) || !isCalendarDay(to)) return [];
  const problems = spanProblems({ from, to });
  if (problems.length > 0) return problems;
  if (to > today) problems.push({ code: 'works.notOver', field: 'to', value: to, facts: { today } });
  if (monthOf(from) !== monthOf(to)) {
    problems.push({
      code: 'works.acrossMonths',
      field: 'to',
      value: to,
      facts: { last: lastDayOf(monthOf(from)) },
    });
  }
  return problems;
}

/** The new rows among what stands on sheets. */
function ownSpans({ from, to, lines }: Pick<WorkSheet, 'from' | 'to' | 'lines'>): WorkedSpan[] {
  return lines.map(({ memberId, halfDays }) => ({ memberId, from, to, halfDays }));
}

/** Who is on a post on the same days: asked about. */
function onPostProblems(
  sheet: Pick<WorkSheet, 'from' | 'to' | 'lines'>,
  { workers, worked, onPosts }: SheetFacts,
): Problem[] {
  const asked = sheet.lines.map(({ memberId }) => memberId);
  const spans = { worked: [...worked, ...ownSpans(sheet)], onPosts };
  return paidTwice(asked, spans).map(({ memberId, facts }) => {
    const number = workers.find((each) => each.memberId === memberId)?.memberNumber ?? 0;
    return { code: 'works.alsoOnPost', field: 'bothWhy', facts: { ...facts, number } };
  });
}

function twiceProblems(
  sheet: Pick<WorkSheet, 'from' | 'to' | 'lines'>,
  { workers, worked }: SheetFacts,
): Problem[] {
  const own = ownSpans(sheet);
  const found = daysTwice(
    own.map(({ memberId }) => memberId),
    [...worked, ...own],
  );
  return found.map(({ memberId, from: first, to: last, halfDays }): Problem => {
    const who = workers.find((each) => each.memberId === memberId);
    const facts = {
      ...{ number: who?.memberNumber ?? 0, from: first, to: last },
      ...{ days: halfDays / 2, most: daysInclusive(first, last) },
    };
    return { code: 'works.daysTwice', field: 'labourRows', facts };
  });
}
