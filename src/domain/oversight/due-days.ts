import { addMonths, type CalendarDay, lastDayOf, type Month, monthOf } from '../calendar/calendar-day';
import type { CalendarLine } from '../policy/duties';
import { judgeCalendar, lastDayFor } from '../policy/judge-duties';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** How many months a rhythm spans. */
const SPANS: Readonly<Record<string, number>> = { month: 1, quarter: 3, half_year: 6, year: 12 };

/** Something due about a period, with its last day and whether it was done. */
export interface DuePeriod {
  /** The last month of the period, or that of the day. */
  readonly about: Month;
  readonly lastDay: CalendarDay;
  readonly doneOn: CalendarDay | undefined;
  readonly outcome: 'in_time' | 'late' | 'open' | 'not_due';
}

/**
 * What is due of a line of a document around a day: the period before and the running one, or its days of
 * this year and the next one, or its one day. None where it is due whenever there is something, and none
 * before the document held.
 * @param doneOn when a period was done, by its month
 */
export function duePeriods(
  line: CalendarLine,
  {
    today,
    since,
    doneOn,
  }: {
    readonly today: CalendarDay;
    readonly since: CalendarDay;
    readonly doneOn: ReadonlyMap<Month, CalendarDay>;
  },
): DuePeriod[] {
  return monthsDue(line, today)
    .filter((about) => lastDayOf(about) >= since)
    .flatMap((about): DuePeriod[] => {
      const lastDay = lastDayFor(line, about);
      const on = doneOn.get(about);
      if (lastDay === undefined) return [];
      return [{ about, lastDay, doneOn: on, outcome: judgeCalendar(line, { about, on, today }) }];
    });
}

function monthsDue(line: CalendarLine, today: CalendarDay): Month[] {
  if (line.by !== undefined) return [monthOf(line.by)];
  const year = Number(today.slice(0, 4));
  if (line.on.length > 0) {
    const months = [year - 1, year, year + 1].flatMap((each) =>
      line.on.map((day) => `${String(each)}-${day.slice(0, 2)}`),
    );
    const next = months.findIndex((month) => (lastDayFor(line, month) ?? '') >= today);
    return months.slice(Math.max(0, next - 1), next + 1);
  }
  const span = SPANS[line.every ?? ''];
  if (span === undefined) return [];
  const month = Number(today.slice(5, 7));
  const running = addMonths(monthOf(today), (span - (month % span)) % span);
  return [addMonths(running, -span), running];
}

/** That something due was done, as typed. */
export interface DoneForm {
  /** The month it is about. */
  readonly aboutMonth: string;
  readonly doneDay: string;
  readonly paper: string;
}

/** Reads that something was done, or says what is wrong. Codes `figures.*`, `form.*`, `calendar.*`. */
export function readDone(
  form: DoneForm,
  { today, abouts }: { readonly today: CalendarDay; readonly abouts: readonly Month[] },
): Problem[] {
  const problems: Problem[] = [];
  if (!abouts.includes(form.aboutMonth))
    problems.push({ code: 'form.notAllowed', field: 'aboutMonth', value: form.aboutMonth });
  const day = readDay({ field: 'doneDay', value: form.doneDay }, problems);
  if (day !== undefined && day > today)
    problems.push({ code: 'assetLife.notYet', field: 'doneDay', value: form.doneDay, facts: { today } });
  if (form.paper.trim() === '') problems.push({ code: 'form.missing', field: 'paper' });
  if ([...form.paper].length > 200)
    problems.push({ code: 'form.tooLong', field: 'paper', facts: { max: 200 } });
  return [...problems, ...privateNumberProblems({ paper: form.paper })];
}
