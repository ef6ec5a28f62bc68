import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import { type Fen, plainYuan } from '../money/fen';
import { WRITTEN_REASON } from '../policy/written-reason';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { shortReasonProblems } from '../shared/short-reason';
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
  /** Why it is less than what the books paid the household; blank where it is not. */
  readonly belowPaidWhy?: string;
}

/** An income as it was read. */
export interface ReadIncome {
  readonly year: string;
  readonly perHead: Fen;
  readonly paper: string;
  /** Blank where none was given. */
  readonly belowPaidWhy: string;
}

/** What the books paid a household in a year, and how many lived there when it ended. */
export interface BooksPaid {
  readonly paid: Fen;
  readonly people: number;
}

const EARLIEST = '2013';

/**
 * Reads what a household had a head in a year.
 * @returns problems `form.*`, `money.*`, `household.incomeYear` (with the earliest and the latest year)
 */
export function readIncome(
  form: IncomeForm,
  today: CalendarDay,
): { readonly income: ReadIncome; readonly problems: Problem[] } {
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
  const belowPaidWhy = (form.belowPaidWhy ?? '').trim();
  problems.push(...privateNumberProblems({ belowPaidWhy }));
  return { income: { year, perHead: perHead ?? 0n, paper, belowPaidWhy }, problems };
}

/**
 * What the books paid a household a head, rounded down, where it is more than it is said to have had in all;
 * undefined where it is not, and where nobody lived there.
 */
export function paidAbove(perHead: Fen, { paid, people }: BooksPaid): Fen | undefined {
  if (people === 0) return undefined;
  const least = paid / BigInt(people);
  return perHead < least ? least : undefined;
}

/**
 * Asks why an income is less than what the books paid the household. Net of what its trade cost it may be, so
 * it is not refused. Codes `household.incomeBelowPaid`, `household.incomeNotBelow` (a reason nobody asks
 * for), `policy.reasonTooShort`, `form.tooLong`, all of field `belowPaidWhy`. Source: FY-34, DC-IV5.
 */
export function belowPaidProblems({ year, perHead, belowPaidWhy }: ReadIncome, books: BooksPaid): Problem[] {
  const field = 'belowPaidWhy';
  const least = paidAbove(perHead, books);
  const length = [...belowPaidWhy].length;
  if (least === undefined) return length === 0 ? [] : [{ code: 'household.incomeNotBelow', field }];
  const { most } = WRITTEN_REASON;
  if (length === 0)
    return [{ code: 'household.incomeBelowPaid', field, facts: { year, ...books, least, perHead } }];
  const short = shortReasonProblems({ belowPaidWhy });
  if (short.length > 0) return short;
  return length > most ? [{ code: 'form.tooLong', field, facts: { max: most } }] : [];
}

/** The last entry of each year, which holds, by household and year. */
export function standingIncomes<Income extends HouseholdIncome>(incomes: readonly Income[]): Income[] {
  const last = new Map<string, Income>();
  for (const income of incomes) {
    const key = `${income.householdId} ${income.year}`;
    if ((last.get(key)?.incomeNumber ?? 0) < income.incomeNumber) last.set(key, income);
  }
  return [...last.values()];
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
