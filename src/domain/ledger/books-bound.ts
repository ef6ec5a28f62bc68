import { type Month, monthOf } from '../calendar/calendar-day';
import { type Fen, MAX_FEN, plainYuan } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type JournalEntry, type Pool, type Posting, signedAmount } from './journal-entry';

/** What an account turned over on either side in a pool and a month. */
export interface BookedTurnover {
  readonly month: Month;
  readonly ledgerAccount: string;
  readonly pool: Pool;
  readonly debit: Fen;
  readonly credit: Fen;
}

type Bookable = Pick<JournalEntry, 'postedOn' | 'postings'>;

/**
 * Where months of an account and pool count as large: 2^40 fen, eleven billion yuan. As long as none is, no
 * balance of four thousand months comes near what the books hold, and nothing need be added up.
 */
export const LARGE_TURNOVER: Fen = 1_099_511_627_776n;

/** Whether an entry alone makes a month's turnover large. */
export function isLarge({ postings }: Bookable): boolean {
  return sizeOf(postings) > LARGE_TURNOVER;
}

/**
 * The books hold what a column holds, on either side of a month and as what stands at the end of one: the
 * seal of a later month keeps it. An entry of an earlier month changes what stands after every later one,
 * too. Code `money.tooLarge` with what the first account and pool would come to: the other side of the entry
 * would come to as much.
 * @param booked what the entry's accounts turned over in every month, without the entry
 */
export function boundProblems(entry: Bookable, booked: readonly BookedTurnover[]): Problem[] {
  for (const lines of groupsOf(entry.postings)) {
    const known = booked.filter((each) => lines.some((line) => isSame(each, line)));
    const [debit, credit] = [sideOf(lines, 'debit'), sideOf(lines, 'credit')];
    const figures = figuresFrom({ month: monthOf(entry.postedOn), debit, credit }, known);
    const beyond = figures.find((figure) => figure > MAX_FEN || figure < -MAX_FEN);
    if (beyond !== undefined) return [tooLarge(beyond)];
  }
  return [];
}

type Sides = Pick<BookedTurnover, 'month' | 'debit' | 'credit'>;

/** Both sides of the month of what is added, and what stands at its end and at the end of each later one. */
function figuresFrom(added: Sides, known: readonly Sides[]): Fen[] {
  const months = [...known, added].sort((one, other) => (one.month < other.month ? -1 : 1));
  const ofMonth = months.filter(({ month }) => month === added.month);
  const figures = [ofMonth.map(({ debit }) => debit), ofMonth.map(({ credit }) => credit)].map(total);
  for (const month of new Set(months.map((each) => each.month))) {
    if (month < added.month) continue;
    const through = months.filter((each) => each.month <= month);
    figures.push(total(through.map(({ debit, credit }) => debit - credit)));
  }
  return figures;
}

function groupsOf(postings: readonly Posting[]): Posting[][] {
  const groups: Posting[][] = [];
  for (const line of postings) {
    const group = groups.find(([first]) => first !== undefined && isSame(first, line));
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  return groups;
}

function isSame(one: Pick<Posting, 'ledgerAccount' | 'pool'>, other: typeof one): boolean {
  return one.ledgerAccount === other.ledgerAccount && one.pool === other.pool;
}

function sideOf(lines: readonly Posting[], side: Posting['side']): Fen {
  return total(lines.filter((line) => line.side === side).map(({ amount }) => amount));
}

function sizeOf(postings: readonly Posting[]): Fen {
  return total(postings.map(signedAmount).map((amount) => (amount < 0n ? -amount : amount)));
}

/** Unbounded: what is added up here is held against the bound afterwards. */
function total(amounts: readonly Fen[]): Fen {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

function tooLarge(figure: Fen): Problem {
  return { code: 'money.tooLarge', field: 'amount', value: plainYuan(figure) };
}
