import type { Month } from '../calendar/calendar-day';
import { type Chart, mainCodeOf } from '../ledger/chart';
import { type Pool, type Posting } from '../ledger/journal-entry';
import type { MonthRow } from '../ledger/month-states';
import { balancesAfter, type PoolBalance, poolsOf } from '../ledger/pool-balances';
import { type Fen, sumFen } from '../money/fen';
import { DomainError } from '../shared/domain-error';
import type { Problem } from '../shared/problem';
import {
  carryForwardPostings,
  incomeClosingPostings,
  type Reserve,
  reservePostings,
  surplusClosingPostings,
} from './year-end-postings';

/**
 * The kind of source of a reserve: it is a distribution, not a closing, and a statement of the year shows it.
 */
export const RESERVE_SOURCE = 'yearReserve';

/**
 * The steps of a year end, in their order: income and expense to 321, 321 to 322, the reserve, and what is
 * left to the detail that carries forward.
 */
export const CLOSING_STEPS = ['income', 'surplus', 'reserve', 'carryForward'] as const;

export type ClosingStep = (typeof CLOSING_STEPS)[number];

/**
 * Booked; ready with its voucher; waiting for a step before it; open where the assembly may still decide;
 * nothing to book.
 */
export type ClosingState = 'booked' | 'ready' | 'waits' | 'open' | 'nothing';

/** One step as planned: the lines it would book now, or those it booked. */
export interface PlannedStep {
  readonly step: ClosingStep;
  readonly state: ClosingState;
  readonly postings: readonly Posting[];
}

/** What a year end is planned from: the books at the end of 31 December and what was closed of them. */
export interface YearBooks {
  readonly balances: readonly PoolBalance[];
  readonly chart: Chart;
  /** The lines of the steps that stand. */
  readonly booked: ReadonlyMap<ClosingStep, readonly Posting[]>;
  /** What the assembly decided to take into the reserve, where it is being decided. */
  readonly reserves: readonly Reserve[];
}

/** What one pool may give to the reserve. */
export interface ReserveLimit {
  readonly pool: Pool;
  /** The surplus of the year, below zero for a loss. */
  readonly yearSurplus: Fen;
  /**
   * What may be distributed after losses: the credit balance of 322, no more than all pools have together,
   * and never below zero.
   */
  readonly distributable: Fen;
  /** What all pools may distribute together; below zero where they lost more than they have. */
  readonly whole: Fen;
  /** What a percentage is reckoned on: the year's surplus less what still covers earlier losses. */
  readonly base: Fen;
}

/** The steps one after the other, each on the books as the step before it leaves them. */
export function planClosing(books: YearBooks): PlannedStep[] {
  let balances = books.balances;
  let isWaiting = false;
  return CLOSING_STEPS.map((step) => {
    const planned = planStep(step, { ...books, balances });
    const state = isWaiting && planned.state === 'ready' ? 'waits' : planned.state;
    if (planned.state === 'ready') balances = balancesAfter(balances, planned.postings);
    isWaiting ||= state === 'ready';
    return { ...planned, state };
  });
}

function planStep(step: ClosingStep, books: YearBooks): PlannedStep {
  const booked = books.booked.get(step);
  if (booked !== undefined) return { step, state: 'booked', postings: booked };
  const postings = POSTINGS[step](books);
  if (postings.length > 0) return { step, state: 'ready', postings };
  const isOpen =
    step === 'reserve' &&
    !books.booked.has('carryForward') &&
    reserveBases(books).some(({ distributable }) => distributable > 0n);
  return { step, state: isOpen ? 'open' : 'nothing', postings };
}

const POSTINGS: Readonly<Record<ClosingStep, (books: YearBooks) => Posting[]>> = {
  income: ({ balances, chart }) => incomeClosingPostings(balances, chart),
  surplus: ({ balances, chart }) => surplusClosingPostings(balances, chart),
  reserve: ({ reserves, chart }) => reservePostings(reserves, chart),
  carryForward: ({ balances, chart }) => carryForwardPostings(balances, chart),
};

/**
 * What each pool may give to the reserve once the year's surplus stands on 322. Money earmarked for a purpose
 * is no surplus and gives nothing. Losses come first, of earlier years and of other pools: the collective is
 * one, and while it has nothing to distribute no pool of it gives anything. Source: domain facts §2.3.
 */
export function reserveBases(books: YearBooks): ReserveLimit[] {
  const { chart } = books;
  const { currentYearSurplus, surplusDistribution } = chart.roles;
  const surplus = books.booked.get('surplus');
  const closed = balancesAfter(books.balances, incomeClosingPostings(books.balances, chart));
  const after = balancesAfter(closed, surplusClosingPostings(closed, chart));
  const creditOf = (pool: Pool): Fen => -balanceOf(after, surplusDistribution, pool);
  const all = poolsOf(after).map((pool) => {
    const credit = creditOf(pool);
    return pool === 'earmarked' && credit > 0n ? 0n : credit;
  });
  const whole = sumFen(all);
  return poolsOf(after)
    .filter((pool) => pool !== 'earmarked')
    .map((pool) => {
      const yearSurplus =
        surplus === undefined
          ? -balanceOf(closed, currentYearSurplus, pool)
          : balanceOf(balancesAfter([], surplus), currentYearSurplus, pool);
      const most = creditOf(pool) < whole ? creditOf(pool) : whole;
      const distributable = most > 0n ? most : 0n;
      const least = yearSurplus < distributable ? yearSurplus : distributable;
      return { pool, yearSurplus, distributable, whole, base: least > 0n ? least : 0n };
    });
}

/** The balance of an account of the chart with its details, in one pool. */
function balanceOf(balances: readonly PoolBalance[], code: string, pool: Pool): Fen {
  const own = balances.filter((each) => each.pool === pool && mainCodeOf(each.ledgerAccount) === code);
  return sumFen(own.map(({ amount }) => amount));
}

/**
 * The lines of the step to be booked next.
 * @throws DomainError `yearEnd.stepBooked`, `yearEnd.stepNotNext` (an earlier step first, or the surplus is
 *   carried forward already), `yearEnd.nothingToClose`
 */
export function requireNextStep(plan: readonly PlannedStep[], step: ClosingStep): readonly Posting[] {
  const place = CLOSING_STEPS.indexOf(step);
  const planned = plan[place];
  if (planned === undefined || planned.state === 'booked') {
    throw new DomainError('yearEnd.stepBooked', { step });
  }
  const first = plan.slice(0, place).find(({ state }) => state === 'ready');
  if (first !== undefined && first.step !== 'reserve') {
    throw new DomainError('yearEnd.stepNotNext', { step, next: first.step });
  }
  const later = plan.slice(place + 1).find(({ state }) => state === 'booked');
  if (later !== undefined) throw new DomainError('yearEnd.laterBooked', { step, later: later.step });
  if (planned.postings.length === 0) throw new DomainError('yearEnd.nothingToClose', { step });
  return planned.postings;
}

/**
 * A step may be taken back while no later one stands, and only within its own year, on 31 December: a closing
 * mirrored in the next year would put the old year's income into it.
 * @throws DomainError `yearEnd.laterBooked`, `yearEnd.reversedInOtherYear`
 */
export function requireReversible(
  step: ClosingStep,
  standing: readonly ClosingStep[],
  days: { readonly year: number; readonly postedOn: string },
): void {
  const later = standing.find((each) => CLOSING_STEPS.indexOf(each) > CLOSING_STEPS.indexOf(step));
  if (later !== undefined) throw new DomainError('yearEnd.laterBooked', { step, later });
  const day = lastDayOfYear(days.year);
  if (days.postedOn !== day) throw new DomainError('yearEnd.reversedInOtherYear', { day });
}

/** Whether nothing of a year is left to close; what the assembly may still take to the reserve is free. */
export function isClosed(plan: readonly PlannedStep[]): boolean {
  return plan.every(({ state }) => state === 'booked' || state === 'nothing' || state === 'open');
}

/**
 * What came into the books of a year after the step that closes it had been booked: that step is taken back
 * and done again, and no later one goes through over it. Code `yearEnd.enteredAfterClosing`.
 */
export function lateProblems(year: number, books: YearBooks): Problem[] {
  const late = (['income', 'surplus', 'carryForward'] as const).filter(
    (step) => books.booked.has(step) && POSTINGS[step](books).length > 0,
  );
  const [step] = late;
  return step === undefined
    ? []
    : [{ code: 'yearEnd.enteredAfterClosing', field: '', facts: { year, step } }];
}

/**
 * What keeps the December of a year open: a step that is still to be booked, or one that something came in
 * after. Codes `yearEnd.notClosed`, `yearEnd.enteredAfterClosing`.
 */
export function unclosedProblems(year: number, books: YearBooks): Problem[] {
  const late = lateProblems(year, books);
  if (late.length > 0 || isClosed(planClosing(books))) return late;
  return [{ code: 'yearEnd.notClosed', field: 'month', facts: { year } }];
}

/** The last day of a fiscal year, on which its closing is booked. */
export function lastDayOfYear(year: number): string {
  return `${String(year)}-12-31`;
}

/** The last month of a fiscal year. */
export function lastMonthOf(year: number): Month {
  return `${String(year)}-12`;
}

/**
 * Months of the year that keep it from being closed: one before December that is still open, or December
 * itself, which has to be open to take the closing. Codes `yearEnd.monthOpen`, `period.held`,
 * `period.sealed`, `period.beforeBooks`.
 */
export function monthProblems(year: number, months: readonly MonthRow[]): Problem[] {
  const opened = months[0]?.month ?? '';
  const december = lastMonthOf(year);
  if (december < opened) {
    return [{ code: 'period.beforeBooks', field: 'year', facts: { period: december, opened } }];
  }
  const problems: Problem[] = [];
  for (let number = 1; number <= 11; number += 1) {
    const month = `${String(year)}-${String(number).padStart(2, '0')}`;
    const state = months.find((row) => row.month === month)?.state ?? 'open';
    if (month >= opened && state === 'open') {
      problems.push({ code: 'yearEnd.monthOpen', field: 'year', facts: { period: month } });
    }
  }
  const last = months.find((row) => row.month === december)?.state ?? 'open';
  if (last !== 'open') problems.push({ code: `period.${last}`, field: 'year', facts: { period: december } });
  return problems;
}

/**
 * Accounts that keep a year from being closed: what has to be zero, what is under way without an explanation,
 * and income, expense or surplus of an earlier year that was never closed. Codes `yearEnd.suspense`,
 * `yearEnd.unexplained`, `yearEnd.earlierYearOpen`.
 */
export function accountProblems(given: {
  readonly year: number;
  readonly chart: Chart;
  readonly balances: readonly PoolBalance[];
  /** At the end of the year before. */
  readonly before: readonly PoolBalance[];
  readonly explanation: string;
}): Problem[] {
  const { chart } = given;
  const unclosed =
    incomeClosingPostings(given.before, chart).length > 0 ||
    surplusClosingPostings(given.before, chart).length > 0;
  const problems: Problem[] = unclosed
    ? [{ code: 'yearEnd.earlierYearOpen', field: 'year', facts: { earlier: given.year - 1 } }]
    : [];
  for (const { ledgerAccount, pool, amount } of given.balances) {
    const account = chart.accounts.get(ledgerAccount);
    const facts = { account: `${ledgerAccount} ${account?.name ?? ''}`, pool, amount };
    if (account?.yearEnd === 'zero') problems.push({ code: 'yearEnd.suspense', field: '', facts });
    if (account?.yearEnd === 'explained' && given.explanation.trim() === '') {
      problems.push({ code: 'yearEnd.unexplained', field: 'explanation', facts });
    }
  }
  return problems;
}
