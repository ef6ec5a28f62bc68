import { type CalendarDay, type Month, yearOf } from '../calendar/calendar-day';
import { aboutProblems } from '../ledger/about-period';
import { type Chart, mainCodeOf } from '../ledger/chart';
import type { Pool, Posting } from '../ledger/journal-entry';
import type { Fen } from '../money/fen';
import { STEPPED_POOLS } from '../ledger/manual-voucher';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { shortReasonProblems } from '../shared/short-reason';
import { readAmount, readDay, readMonth } from '../shared/typed-fields';
import type { PriorYearCorrection } from './prior-year-postings';

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
  /** A registered counterparty, by name or id, where the other side is owed to somebody. */
  readonly counterparty?: string;
  readonly reason: string;
  /** Why it is no second time the same; blank where nothing like it stands. */
  readonly twiceReason?: string;
}

/** What a correction is read against. */
export interface CorrectionFacts {
  readonly chart: Chart;
  /** Ids of the counterparties, by id and by name. */
  readonly counterparties: ReadonlyMap<string, string>;
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
 * Accounts a correction may stand against: money, what a pool's money is owed for, and what was worn off
 * where no register does it: biological assets and intangible ones are written down by hand. Neither result
 * nor surplus, nor what is none of an income: capital, reserve and what came for a purpose; nor what a
 * register or a count of its own says: what is owed to the village, stores, what holdings and assets of any
 * kind cost, and what fixed assets have lost.
 */
export function counterAccounts(chart: Chart): string[] {
  return [...chart.accounts.values()]
    .filter(({ code, poolMoney }) => {
      const isMoney = poolMoney !== undefined && mainCodeOf(code) !== chart.roles.receivable;
      return isMoney || isWornByHand(code, chart);
    })
    .map(({ code }) => code);
}

/** Whether an account holds what is written down by hand: 133 and 162 of the chart of 2023. */
function isWornByHand(code: string, { accounts, roles }: Chart): boolean {
  return accounts.get(code)?.contra === true && mainCodeOf(code) !== roles.accumulatedDepreciation;
}

/**
 * Reads a correction with everything that is wrong with it: `correction.notIncomeOrExpense`,
 * `correction.counterNotAllowed`, `correction.incomeHasForm`, `correction.costHasForm`,
 * `correction.sameYear`, `correction.incomeNotWorn`, `voucher.counterpartyUnknown`, `form.*`, `money.*`,
 * `calendar.*`.
 */
export function readCorrection(
  form: CorrectionForm,
  { chart, counterparties }: CorrectionFacts,
): { correction: Correction; problems: Problem[] } {
  const problems: Problem[] = [];
  const days = readDays(form, problems);
  const nature = readAccounts(form, chart, problems);
  const change = CHANGES.find((each) => each === form.change);
  if (change === undefined) problems.push(wrong('form.notAllowed', 'change', form.change));
  const pool = POOLS.find((each) => each === form.pool);
  if (pool === undefined) problems.push(wrong('form.notAllowed', 'pool', form.pool));
  problems.push(...formProblems(form, nature, chart));
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const counterparty = readParty(form.counterparty, counterparties, problems);
  const [reason, twiceReason] = [form.reason.trim(), (form.twiceReason ?? '').trim()];
  if (reason === '') problems.push({ code: 'form.missing', field: 'reason' });
  problems.push(...privateNumberProblems({ reason, twiceReason }));
  const correction = {
    ...days,
    ...{ nature, account: form.account, counter: form.counter, amount, reason },
    ...(counterparty === undefined ? {} : { counterparty }),
    change: change ?? 'more',
    pool: pool ?? 'members',
  };
  return { correction, problems };
}

function readParty(
  typed = '',
  counterparties: CorrectionFacts['counterparties'],
  problems: Problem[],
): string | undefined {
  const value = typed.trim();
  const counterparty = counterparties.get(value);
  if (value !== '' && counterparty === undefined)
    problems.push({ code: 'voucher.counterpartyUnknown', field: 'counterparty', value });
  return counterparty;
}

/**
 * What is asked of who corrects the same month by the same sum on the same accounts a second time: it may be
 * right, as two bills that came late are, and then says why. Codes `correction.sameAgain`,
 * `correction.notSeen`, `policy.reasonTooShort`, of field `twiceReason`. Source: product decision, nothing is
 * booked twice unasked.
 * @param standing the lines of each correction of that month that stands
 */
export function sameAgainProblems(
  postings: readonly Posting[],
  standing: readonly (readonly Posting[])[],
  twiceReason = '',
): Problem[] {
  const isSame = standing.some((lines) => textOf(lines) === textOf(postings));
  const isSaid = twiceReason.trim() !== '';
  if (isSame === isSaid) return isSaid ? shortReasonProblems({ twiceReason }) : [];
  return [{ code: isSame ? 'correction.sameAgain' : 'correction.notSeen', field: 'twiceReason' }];
}

/**
 * A closed year shows no less than nothing of an account: what is taken off is no more than it showed, with
 * the corrections of before. Code `correction.aboveYear`, of field `amount`; it names the account as it is
 * called now.
 * @param shown what the year showed of the account in the pool, on the side it stands on
 */
export function aboveYearProblems(correction: Correction, shown: Fen, chart: Chart): Problem[] {
  const { change, amount, aboutPeriod, pool, account: code } = correction;
  if (change === 'more' || amount <= shown) return [];
  const account = `${code} ${chart.accounts.get(code)?.name ?? ''}`.trim();
  const facts = { account, pool, year: yearOf(aboutPeriod), most: shown > 0n ? shown : 0n };
  return [{ code: 'correction.aboveYear', field: 'amount', facts }];
}

function textOf(lines: readonly Posting[]): string {
  const told = lines.map(({ ledgerAccount, side, amount, pool }) => [
    ledgerAccount,
    side,
    String(amount),
    pool,
  ]);
  return JSON.stringify(told.sort());
}

/**
 * What comes to a pool that has forms, and what goes out of it, passes through them, of whichever year it is
 * about: income by a slip or a contract; a cost with its bill, asset and cap, and what comes back of it. Left
 * to a correction is a cost that is owed less. Codes `correction.incomeHasForm`, `correction.costHasForm`.
 */
function formProblems(form: CorrectionForm, nature: 'income' | 'expense', chart: Chart): Problem[] {
  const pool = STEPPED_POOLS.find((each) => each === form.pool);
  const { nature: counter, poolMoney } = chart.accounts.get(form.counter) ?? {};
  const isOwedLess = form.change === 'less' && counter === 'liability' && nature === 'expense';
  // What wears off moves no money of its pool, and no bill proves it.
  const isWorn = nature === 'expense' && isWornByHand(form.counter, chart);
  if (pool === undefined || isOwedLess || isWorn || (form.change === 'less' && poolMoney === undefined))
    return [];
  const code = nature === 'income' ? 'correction.incomeHasForm' : 'correction.costHasForm';
  return [{ code, field: 'counter', facts: { pool } }];
}

const CHANGES = ['more', 'less'] as const;

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
  if (nature === 'income' && isWornByHand(form.counter, chart))
    problems.push({ code: 'correction.incomeNotWorn', field: 'counter', value: form.counter });
  return nature === 'income' ? 'income' : 'expense';
}
