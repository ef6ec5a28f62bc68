import { addMonths, type CalendarDay, monthOf } from '../calendar/calendar-day';
import type { Pool } from '../ledger/journal-entry';
import { POOLS } from '../ledger/manual-lines';
import type { Fen } from '../money/fen';
import { enteredTwiceProblems, type OfPaper } from '../shared/entered-twice';
import { privateNumberProblems } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import { readAmount } from '../shared/typed-fields';
import { type Fund, FUND_LEVELS, readFundSource } from './asset';
import { CHANGE_KINDS, type ChangeKind, type LifeFacts, readMoment, type StandingEvent } from './asset-life';
import { type DepreciationTerms, plannedRows, standAt } from './depreciation';
import { readMonths, readSalvage } from './depreciation-terms';
import { isHolding } from './holdings';

/** What pays for an improvement: the bank now, or what is owed from now on. */
export const PAID_FROM = ['bank', 'payable'] as const;
export type PaidFrom = (typeof PAID_FROM)[number];

/** An improvement or a write-down as typed. */
export interface ChangeForm {
  readonly kind: string;
  readonly happenedOn: string;
  readonly amount: string;
  /** Improvements: from which pool's money, and whether it is paid or owed. */
  readonly pool: string;
  readonly paidFrom: string;
  /** Improvements: which level paid for it, and the year of its money. */
  readonly fundLevel: string;
  readonly fundYear: string;
  /** Improvements out of money that is distributed: why it was necessary, as of any other cost. */
  readonly reason?: string;
  /** How long it runs from the next month on, and what is left then; blank leaves them as they are. */
  readonly months: string;
  readonly salvage: string;
  readonly paper: string;
  /** Why it is another one, where the same stands already. */
  readonly twiceReason?: string;
}

/** A change of value that was read, with the terms that follow from it where the asset has any. */
export interface ValueChange {
  readonly kind: ChangeKind;
  readonly happenedOn: CalendarDay;
  readonly amount: Fen;
  readonly pool: Pool;
  readonly paidFrom: PaidFrom;
  /** Improvements: who paid for it, as the register tells of every part of a cost. */
  readonly fund?: Pick<Fund, 'level' | 'year'>;
  /** Why it was necessary, where money that is distributed paid for it. */
  readonly reason?: string;
  readonly paper: string;
  readonly terms?: DepreciationTerms;
}

/**
 * Reads an improvement or a write-down, or says everything that is wrong with it. It counts from the month
 * after it: the months that are booked stay, those after it are planned anew. A write-down leaves something.
 * An improvement out of money that is distributed counts as another necessary cost and wants a reason as
 * every bill of that kind does. The same on the same day by the same paper is asked about.
 * @returns problems `form.*`, `money.*`, `calendar.*`, `assetLife.*`, `depreciation.*`,
 *   `deductions.reasonMissing`, `twice.*`
 */
export function readChange(
  form: ChangeForm,
  facts: LifeFacts,
): { readonly change: ValueChange; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const kind = CHANGE_KINDS.find((each) => each === form.kind);
  if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'kind', value: form.kind });
  const happenedOn = readMoment(form.happenedOn, facts, problems);
  const amount = readAmount({ field: 'amount', value: form.amount }, 'aboveZero', problems) ?? 0n;
  const net = leastNet(facts);
  if (facts.asset.kind !== undefined && isHolding(facts.asset.kind))
    problems.push({ code: 'assetLife.noChange', field: 'kind', facts: { kind: facts.asset.kind } });
  if (kind === 'impairment' && facts.books.cost > 0n && amount >= net)
    problems.push({ code: 'assetLife.aboveNet', field: 'amount', value: form.amount, facts: { net } });
  const money = readImprovementMoney(form, { kind, day: happenedOn ?? facts.today }, problems);
  const paper = form.paper.trim();
  if (paper === '') problems.push({ code: 'form.missing', field: 'paper' });
  problems.push(...privateNumberProblems({ paper }));
  problems.push(...againProblems({ kind, day: happenedOn, amount, paper }, form, facts));
  const read = { kind: kind ?? 'improvement', happenedOn: happenedOn ?? facts.today, amount, paper };
  const terms = termsAfter(read, { form, facts, problems });
  return {
    change: {
      ...read,
      ...money,
      ...(terms === undefined ? {} : { terms }),
    },
    problems,
  };
}

/** The same change of the same day and paper stands already. */
function againProblems(
  {
    kind,
    day,
    amount,
    paper,
  }: Omit<OfPaper, 'day'> & {
    readonly kind: ChangeKind | undefined;
    readonly day: CalendarDay | undefined;
  },
  { twiceReason = '' }: ChangeForm,
  { events }: LifeFacts,
): Problem[] {
  if (amount === 0n || kind === undefined || day === undefined) return [];
  const like = events.filter((each) => each.kind === kind).map(ofPaper);
  return enteredTwiceProblems({ day, amount, paper }, like, twiceReason);
}

function ofPaper({ happenedOn: day, amount = 0n, paper = '' }: StandingEvent): OfPaper {
  return { day, amount, paper };
}

/** What it was worth on the day or is worth now, whichever is less: neither may fall below nothing. */
function leastNet({ books, booksOfDay = books }: LifeFacts): Fen {
  const now = books.cost - books.accumulated;
  const then = booksOfDay.cost - booksOfDay.accumulated;
  return then < now ? then : now;
}

/** With whose money an improvement is made, and whether that is paid; a write-down is made with none. */
function readImprovementMoney(
  form: ChangeForm,
  { kind, day }: { readonly kind: ChangeKind | undefined; readonly day: CalendarDay },
  problems: Problem[],
): Pick<ValueChange, 'pool' | 'paidFrom' | 'fund' | 'reason'> {
  const pool = POOLS.find((each) => each === form.pool);
  const paidFrom = PAID_FROM.find((each) => each === form.paidFrom);
  const money = { pool: pool ?? 'earmarked', paidFrom: paidFrom ?? 'bank' } as const;
  if (kind !== 'improvement') return money;
  if (pool === undefined) problems.push({ code: 'form.notAllowed', field: 'pool', value: form.pool });
  if (paidFrom === undefined)
    problems.push({ code: 'form.notAllowed', field: 'paidFrom', value: form.paidFrom });
  const source = { level: form.fundLevel, year: form.fundYear.trim() };
  const fields = { level: 'fundLevel', year: 'fundYear', notAfter: day };
  const fund = readFundSource(source, fields, problems);
  if (pool !== undefined && contradicts(pool, form.fundLevel)) {
    const told = { field: 'fundLevel', value: form.fundLevel, facts: { level: form.fundLevel, pool } };
    problems.push({ code: 'assetLife.otherMoney', ...told });
  }
  const reason = (form.reason ?? '').trim();
  problems.push(...privateNumberProblems({ reason }));
  const isDistributed = pool === 'pv' || pool === 'other';
  if (isDistributed && reason === '') problems.push({ code: 'deductions.reasonMissing', field: 'reason' });
  return { ...money, fund, ...(isDistributed ? { reason } : {}) };
}

/** Levels of public money, which stands in the earmarked pool; all else is the village's own. */
const PUBLIC_LEVELS: readonly string[] = FUND_LEVELS.filter(
  (level) => !['donation', 'own', 'other'].includes(level),
);

/**
 * Whether the level that is said to have paid contradicts the pool whose money pays: earmarked money is not
 * the village's own, and no other pool holds public money. Source: product decision "Pools", money keeps its
 * colour.
 */
function contradicts(pool: Pool, level: string): boolean {
  return pool === 'earmarked' ? level === 'own' : PUBLIC_LEVELS.includes(level);
}

/** The terms from the next month on; none for an asset that has none. */
function termsAfter(
  { kind, happenedOn, amount }: Pick<ValueChange, 'kind' | 'happenedOn' | 'amount'>,
  given: { readonly form: ChangeForm; readonly facts: LifeFacts; readonly problems: Problem[] },
): DepreciationTerms | undefined {
  const { form, facts, problems } = given;
  const last = facts.terms.at(-1);
  const isGone = problems.some(({ code }) => code === 'assetLife.aboveNet');
  if (last === undefined || isGone) return undefined;
  const next = addMonths(monthOf(happenedOn), 1);
  const from = next > last.from ? next : last.from;
  if (facts.lastBooked !== undefined && facts.lastBooked >= from) {
    const found = { last: facts.lastBooked };
    problems.push({
      code: 'depreciation.bookedAlready',
      field: 'happenedOn',
      value: happenedOn,
      facts: found,
    });
  }
  const stand = standAt(facts.terms, from) ?? last;
  const cost = stand.cost + (kind === 'improvement' ? amount : 0n);
  const accumulated = stand.accumulated + (kind === 'impairment' ? amount : 0n);
  const left = plannedRows(facts.terms).filter(({ month }) => month >= from).length;
  const months = form.months.trim() === '' && left > 0 ? left : readMonths(form.months, problems);
  const salvage =
    form.salvage.trim() === ''
      ? readSalvage({ exactly: last.salvage }, { cost, accumulated }, problems)
      : readSalvage(form.salvage, { cost, accumulated }, problems);
  return { from, months, cost, accumulated, salvage };
}
