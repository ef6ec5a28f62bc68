import { type CalendarDay, type Month, yearOf } from '../calendar/calendar-day';
import { aboutProblems } from '../ledger/about-period';
import { type Chart, mainCodeOf } from '../ledger/chart';
import type { Pool } from '../ledger/journal-entry';
import { STEPPED_POOLS } from '../ledger/manual-voucher';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount, readDay, readMonth } from '../shared/typed-fields';
import { isIncomeOrExpense, type PriorYearCorrection } from './prior-year-postings';

/** A correction of an earlier year as typed. */
export interface CorrectionForm {
  readonly postedOn: string;
  /** The month of the earlier year that it is about. */
  readonly aboutPeriod: string;
  /** The income or expense account it should have been, or was, booked on. */
  readonly account: string;
  readonly change: string;
  readonly pool: string;
  readonly amount: string;
  readonly counter: string;
  readonly reason: string;
}

/** A correction as read. */
export interface Correction extends PriorYearCorrection {
  readonly postedOn: CalendarDay;
  readonly aboutPeriod: Month;
  readonly account: string;
  readonly reason: string;
}

const POOLS: readonly Pool[] = ['pv', 'other', 'members', 'earmarked'];

/**
 * Accounts a correction may stand against: neither result nor surplus, nor what is none of an income:
 * capital, reserve and special funds; nor what a register of its own says: what is owed, what assets cost,
 * have lost or are being built for.
 */
export function counterAccounts(chart: Chart): string[] {
  const { currentYearSurplus, surplusDistribution, receivable } = chart.roles;
  const { fixedAssets, accumulatedDepreciation, construction, disposal } = chart.roles;
  const kept = [receivable, fixedAssets, accumulatedDepreciation, construction, disposal];
  const { capital, reserve, earmarkedFunds } = chart.roles;
  const held = [capital, reserve, earmarkedFunds];
  const closed = [currentYearSurplus, surplusDistribution, ...held, ...kept];
  return [...chart.accounts.keys()].filter(
    (code) => !isIncomeOrExpense(code, chart) && !closed.includes(mainCodeOf(code)),
  );
}

/**
 * Reads a correction with everything that is wrong with it: `correction.notIncomeOrExpense`,
 * `correction.counterNotAllowed`, `correction.incomeHasForm`, `correction.sameYear`, `form.*`, `money.*`,
 * `calendar.*`.
 */
export function readCorrection(
  form: CorrectionForm,
  chart: Chart,
): { correction: Correction; problems: Problem[] } {
  const problems: Problem[] = [];
  const days = readDays(form, problems);
  const nature = readAccounts(form, chart, problems);
  const change = CHANGES.find((each) => each === form.change);
  if (change === undefined) problems.push(wrong('form.notAllowed', 'change', form.change));
  const pool = POOLS.find((each) => each === form.pool);
  if (pool === undefined) problems.push(wrong('form.notAllowed', 'pool', form.pool));
  if (nature === 'income' && pool !== undefined && STEPPED_POOLS.includes(pool) && isMoney(form, chart))
    problems.push({ code: 'correction.incomeHasForm', field: 'counter', facts: { pool } });
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const reason = form.reason.trim();
  if (reason === '') problems.push({ code: 'form.missing', field: 'reason' });
  problems.push(...privateNumberProblems({ reason }));
  const correction = {
    ...days,
    ...{ nature, account: form.account, counter: form.counter, amount, reason },
    change: change ?? 'more',
    pool: pool ?? 'members',
  };
  return { correction, problems };
}

const CHANGES = ['more', 'less'] as const;

/** Income in money is received for an asset and a stream, or the sheet on the wall would not name it. */
function isMoney({ counter }: CorrectionForm, chart: Chart): boolean {
  return chart.accounts.get(counter)?.poolMoney !== undefined;
}

/** A blank field is missing, whatever was to stand in it. */
function wrong(code: string, field: string, value: string): Problem {
  return value.trim() === '' ? { code: 'form.missing', field } : { code, field, value };
}

function readDays(
  form: CorrectionForm,
  problems: Problem[],
): { readonly postedOn: CalendarDay; readonly aboutPeriod: Month } {
  const postedOn = readDay({ field: 'postedOn', value: form.postedOn }, problems) ?? '';
  const aboutPeriod = readMonth({ field: 'aboutPeriod', value: form.aboutPeriod }, problems) ?? '';
  if (postedOn !== '' && aboutPeriod !== '' && yearOf(aboutPeriod) >= yearOf(postedOn)) {
    problems.push({ code: 'correction.sameYear', field: 'aboutPeriod', value: form.aboutPeriod });
  }
  problems.push(...aboutProblems(aboutPeriod, postedOn));
  return { postedOn, aboutPeriod };
}

/** Whether it is about income or expense, by its account; both accounts have to be ones it may stand on. */
function readAccounts(form: CorrectionForm, chart: Chart, problems: Problem[]): 'income' | 'expense' {
  const nature = chart.accounts.get(form.account)?.nature;
  if (nature !== 'income' && nature !== 'expense') {
    problems.push(wrong('correction.notIncomeOrExpense', 'account', form.account));
  }
  if (!counterAccounts(chart).includes(form.counter)) {
    problems.push(wrong('correction.counterNotAllowed', 'counter', form.counter));
  }
  return nature === 'income' ? 'income' : 'expense';
}
