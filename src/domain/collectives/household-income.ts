import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import { readPaper } from './household-status';

/** What a household had a head in a year, net; a later one of the same year takes the place of an earlier. */
export interface HouseholdIncome {
  readonly householdId: string;
  readonly incomeNumber: number;
  readonly year: string;
  readonly perHead: Fen;
}

/** The income of a household a head as typed. */
export interface IncomeForm {
  readonly incomeYear: string;
  readonly perHead: string;
  /** The sheet of the inquiry. */
  readonly incomePaper: string;
}

const EARLIEST = '2013';

/**
 * Reads what a household had a head in a year.
 * @returns problems `form.*`, `money.*`, `household.incomeYear` (with the earliest and the latest year)
 */
export function readIncome(
  form: IncomeForm,
  today: CalendarDay,
): { readonly income: { year: string; perHead: Fen; paper: string }; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const year = form.incomeYear.trim();
  const latest = String(yearOf(today));
  if (year === '') problems.push({ code: 'form.missing', field: 'incomeYear' });
  else if (!/^\d{4}$/.test(year) || year < EARLIEST || year > latest)
    problems.push({
      code: 'household.incomeYear',
      field: 'incomeYear',
      value: year,
      facts: { earliest: EARLIEST, latest },
    });
  const perHead = readAmount({ field: 'perHead', value: form.perHead }, 'zero', problems);
  const paper = readPaper({ field: 'incomePaper', value: form.incomePaper }, problems);
  return { income: { year, perHead: perHead ?? 0n, paper }, problems };
}

/** What holds of a year, the last that was entered. */
export function incomeOf(incomes: readonly HouseholdIncome[], year: string): Fen | undefined {
  const own = incomes.filter((each) => each.year === year);
  const last = own.reduce<HouseholdIncome | undefined>(
    (found, each) => (found === undefined || each.incomeNumber > found.incomeNumber ? each : found),
    undefined,
  );
  return last?.perHead;
}

/** What the tags of a document ask of a household: this year's income a head and last year's, where known. */
export function incomeFacts(
  incomes: readonly HouseholdIncome[],
  year: string,
): Readonly<Record<string, string>> {
  const own = incomeOf(incomes, year);
  const before = incomeOf(incomes, String(Number(year) - 1));
  return {
    ...(own === undefined ? {} : { income: plainYuan(own) }),
    ...(before === undefined ? {} : { income_last: plainYuan(before) }),
  };
}
