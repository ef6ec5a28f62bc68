import { type CalendarDay, daysInclusive, isCalendarDay, yearOf } from '../calendar/calendar-day';
import { allocate } from '../money/allocate';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readDay } from '../shared/typed-fields';

/** The days that a bill is for, both included. */
export interface ServedDays {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** What of a bill falls to the days of one calendar year. */
export interface CostOfYear {
  readonly year: number;
  readonly days: number;
  readonly amount: Fen;
}

/** What of a bill's form speaks of its days. */
interface ServedForm {
  readonly postedOn: string;
  readonly servedFrom?: string;
  readonly servedTo?: string;
  /** Why a cost of another year is counted now. */
  readonly otherYear?: string;
}

/** Nobody bills more years at once. */
const YEARS_AT_MOST = 10;

/**
 * The days a bill is for, as typed; undefined where it says none: then it is for the time in which it is
 * paid. Codes `form.missing`, `calendar.notADay`, `calendar.reversed`, `deductions.servedTooLong`.
 */
export function readServed(form: ServedForm, problems: Problem[]): ServedDays | undefined {
  const [from, to] = [(form.servedFrom ?? '').trim(), (form.servedTo ?? '').trim()];
  if (from === '' && to === '') return undefined;
  const first = readDay({ field: 'servedFrom', value: from }, problems);
  const last = readDay({ field: 'servedTo', value: to }, problems);
  if (first === undefined || last === undefined) return undefined;
  const problem = { field: 'servedTo', value: to };
  if (last < first) {
    problems.push({ ...problem, code: 'calendar.reversed', facts: { from: first } });
    return undefined;
  }
  if (yearOf(last) - yearOf(first) >= YEARS_AT_MOST) {
    problems.push({ ...problem, code: 'deductions.servedTooLong', facts: { most: YEARS_AT_MOST } });
    return undefined;
  }
  return { from: first, to: last };
}

/** A bill split over the years of its days, by days; the parts add up to it to the fen. */
export function costByYear(amount: Fen, { from, to }: ServedDays): CostOfYear[] {
  const years: { year: number; days: number }[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const first = year === yearOf(from) ? from : `${String(year)}-01-01`;
    const last = year === yearOf(to) ? to : `${String(year)}-12-31`;
    years.push({ year, days: daysInclusive(first, last) });
  }
  const shares = years.map(({ year, days }) => ({ key: String(year), weight: BigInt(days) }));
  const parts = allocate(amount, shares);
  return years.map((each, index) => ({ ...each, amount: parts[index]?.amount ?? 0n }));
}

/**
 * A cost of another year than the one in which it is paid burdens this year's villagers for another's
 * benefit: it is counted now only with a reason, which the sheet prints with what falls to each year. One
 * that takes the place of an earlier year's counts in that year, and is asked for what is of yet another.
 * Codes `deductions.otherYear`, `deductions.otherYearAnew`, `deductions.noOtherYear`.
 */
export function otherYearProblems(
  form: ServedForm,
  served: ServedDays | undefined,
  { amount, countsIn }: { readonly amount: Fen | undefined; readonly countsIn?: number | undefined },
): Problem[] {
  const isSaid = (form.otherYear ?? '').trim() !== '';
  if (!isCalendarDay(form.postedOn) || amount === undefined) return [];
  const ownYear = countsIn ?? yearOf(form.postedOn);
  const others =
    served === undefined ? [] : costByYear(amount, served).filter(({ year }) => year !== ownYear);
  if (others.length === 0) return isSaid ? [{ code: 'deductions.noOtherYear', field: 'otherYear' }] : [];
  if (isSaid) return [];
  const part = others.reduce((sum, each) => sum + each.amount, 0n);
  const days = others.reduce((sum, each) => sum + each.days, 0);
  const code = countsIn === undefined ? 'deductions.otherYear' : 'deductions.otherYearAnew';
  return [{ code, field: 'otherYear', facts: { year: ownYear, days, part } }];
}
