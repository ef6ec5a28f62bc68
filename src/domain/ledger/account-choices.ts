import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import type { Problem } from '../shared/problem';
import { writtenProblems } from '../shared/short-reason';
import { type Chart, mainCodeOf, POSTING_USES, type PostingUse } from './chart';

/** How long a reason may be, in characters. */
const REASON_MOST = 200;

/** What a county chose: the account of a use under a chart, from a fiscal year on. */
export interface AccountChoice {
  readonly id: string;
  /** The region it holds for: that of the office that chose. */
  readonly region: string;
  readonly chart: string;
  readonly use: PostingUse;
  readonly ledgerAccount: string;
  /** The first fiscal year. */
  readonly fromYear: number;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** A choice as typed. */
export interface AccountChoiceForm {
  readonly ledgerAccount: string;
  readonly fromYear: string;
  readonly reason: string;
}

/** What is known when a choice is made for one use under one chart. */
export interface ChoiceGround {
  readonly chart: Chart;
  readonly use: PostingUse;
  /** What the county chose for it before. */
  readonly choices: readonly AccountChoice[];
  /** The last fiscal year in which a book of the county has a voucher of this use; none yet where absent. */
  readonly lastPosted: number | undefined;
  readonly today: CalendarDay;
}

/** Whether a word names a use for which counties choose. */
export function isPostingUse(word: string): word is PostingUse {
  return POSTING_USES.some((use) => use === word);
}

/**
 * The county of a place by its region codes, nearest first: the first of six digits (GB/T 2260); where none
 * has six, its own.
 */
export function countyOf(regionPath: readonly string[]): string {
  return regionPath.find((code) => code.length === 6) ?? regionPath[0] ?? '';
}

/**
 * The choice that holds in a fiscal year: of those that hold from it or before it the latest, and of several
 * for one first year the one that was made last.
 */
export function choiceInForce(
  choices: readonly AccountChoice[],
  { use, year }: { readonly use: PostingUse; readonly year: number },
): AccountChoice | undefined {
  const begun = choices.filter((choice) => choice.use === use && choice.fromYear <= year);
  return begun.reduce<AccountChoice | undefined>(
    (last, each) => (last === undefined || isLater(each, last) ? each : last),
    undefined,
  );
}

function isLater(one: AccountChoice, other: AccountChoice): boolean {
  return one.fromYear > other.fromYear || (one.fromYear === other.fromYear && one.id > other.id);
}

/** The chart with the account that a use is booked on. */
export function withAccount(chart: Chart, use: PostingUse, ledgerAccount: string): Chart {
  return { ...chart, choices: { ...chart.choices, [use]: ledgerAccount } };
}

/**
 * Reads a choice, or says everything that is wrong with it: `accountChoice.notOffered`,
 * `accountChoice.notCarried` (with the reason), `accountChoice.yearGone`, `accountChoice.yearFar`,
 * `accountChoice.yearBegun` (with the first year for which one may choose), `accountChoice.unchanged`,
 * `calendar.notAYear`, `form.*`. Source: product decision "Books": the county's choices are fixed for a
 * fiscal year; one voucher in it fixes it.
 */
export function readAccountChoice(
  form: AccountChoiceForm,
  ground: ChoiceGround,
): {
  readonly ledgerAccount: string;
  readonly fromYear: number;
  readonly reason: string;
  problems: Problem[];
} {
  const [ledgerAccount, typedYear] = [form.ledgerAccount.trim(), form.fromYear.trim()];
  const reason = form.reason.trim();
  const fromYear = /^\d{4}$/.test(typedYear) ? Number(typedYear) : 0;
  const problems = [
    ...accountProblems(ledgerAccount, ground),
    ...yearProblems(typedYear, fromYear, ground),
    ...reasonProblems(reason),
  ];
  const standing = choiceInForce(ground.choices, { use: ground.use, year: fromYear });
  if (problems.length === 0 && standing?.ledgerAccount === ledgerAccount) {
    const facts = { year: standing.fromYear, account: accountText(ledgerAccount, ground.chart) };
    problems.push({ code: 'accountChoice.unchanged', field: 'ledgerAccount', facts });
  }
  return { ledgerAccount, fromYear, reason, problems };
}

function accountProblems(code: string, { chart, use }: ChoiceGround): Problem[] {
  const field = 'ledgerAccount';
  const { accounts, notOffered } = chart.offers[use];
  if (code === '') return [{ code: 'form.missing', field }];
  if (accounts.includes(code)) return [];
  const value = accountText(code, chart);
  const named = notOffered.find(({ ledgerAccount }) => ledgerAccount === mainCodeOf(code));
  if (named !== undefined)
    return [{ code: 'accountChoice.notCarried', field, value, facts: { why: named.why } }];
  const offered = accounts.map((each) => accountText(each, chart));
  return [{ code: 'accountChoice.notOffered', field, value, facts: { offered } }];
}

function yearProblems(typed: string, year: number, { lastPosted, today }: ChoiceGround): Problem[] {
  const field = 'fromYear';
  if (typed === '') return [{ code: 'form.missing', field }];
  if (year === 0) return [{ code: 'calendar.notAYear', field, value: typed }];
  const now = yearOf(today);
  if (year < now) return [{ code: 'accountChoice.yearGone', field, value: typed, facts: { first: now } }];
  if (lastPosted !== undefined && year <= lastPosted) {
    const facts = { posted: lastPosted, first: lastPosted + 1 };
    return [{ code: 'accountChoice.yearBegun', field, value: typed, facts }];
  }
  const last = now + 1;
  return year > last ? [{ code: 'accountChoice.yearFar', field, value: typed, facts: { last } }] : [];
}

function reasonProblems(reason: string): Problem[] {
  const field = 'reason';
  if (reason === '') return [{ code: 'form.missing', field }];
  if ([...reason].length > REASON_MOST) return [{ code: 'form.tooLong', field, facts: { max: REASON_MOST } }];
  return writtenProblems({ reason });
}

/** An account as people name it: its code and its name. */
export function accountText(code: string, chart: Chart): string {
  const name = chart.accounts.get(code)?.name;
  return name === undefined ? code : `${code} ${name}`;
}
