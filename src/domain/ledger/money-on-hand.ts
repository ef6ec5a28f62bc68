import { type CalendarDay, lastDayOf, monthOf } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, mainCodeOf } from './chart';
import { type JournalEntry, type Pool, type Posting, signedAmount } from './journal-entry';
import type { PoolBalance } from './pool-balances';

/** What moved on an account of cash or bank in one pool on one day: in above zero, out below. */
export interface MoneyMove extends PoolBalance {
  readonly day: CalendarDay;
}

/** The money of the books: what stood when the months before had ended, and what moved on each day since. */
export interface MoneyOnHand {
  readonly before: readonly PoolBalance[];
  readonly moves: readonly MoneyMove[];
}

/** Whether an account is cash or bank, or a detail of one. */
export function isMoney(code: string, { roles }: Chart): boolean {
  return [roles.cash, roles.bank].includes(mainCodeOf(code));
}

/** Whether any line takes money out of cash or bank: only then is there anything to ask. */
export function takesMoney(postings: readonly Posting[], chart: Chart): boolean {
  return postings.some((line) => isMoney(line.ledgerAccount, chart) && signedAmount(line) < 0n);
}

/** A line as a purse looks at it. */
interface PurseLine {
  readonly ledgerAccount: string;
  readonly pool: Pool;
}

/** Which lines are of one purse: an account and a pool. */
type Holds = (line: PurseLine) => boolean;

/**
 * Whose money it is, or where it lies: a pool's cash and bank together, or the cash box, or the bank; or what
 * a pool has worn off on an account.
 */
export interface Purse {
  readonly holds: Holds;
  /** Whether it stands on the credit side. */
  readonly isCredit: boolean;
  /** What is said where not enough is in it. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Nobody pays what is not there: what a voucher takes out of a pool's money, the cash box or the bank may
 * leave none of them below zero, neither on its own day nor on any later day that is booked already. Codes
 * `money.poolShort` and `money.accountShort`, with the day on which least is left.
 * @param money with the voucher's own lines in it
 */
export function shortageProblems(
  entry: Pick<JournalEntry, 'postedOn' | 'postings'>,
  money: MoneyOnHand,
  chart: Chart,
): Problem[] {
  return moneyPurses(entry.postings, chart).flatMap((purse) => shortage(entry, purse, money));
}

/** What an entry takes of a purse that has not got it, on its own day or a later one. */
function shortage(
  { postedOn, postings }: Pick<JournalEntry, 'postedOn' | 'postings'>,
  { holds, isCredit, code, facts }: Purse,
  stands: MoneyOnHand,
): Problem[] {
  const more = sumFen(postings.filter(holds).map(signedAmount));
  const taken = isCredit ? more : -more;
  const { day, amount } = leastFrom(postedOn, stands, holds);
  if (taken <= 0n || amount >= 0n) return [];
  return [{ code, field: '', facts: { ...facts, day, amount: taken, left: amount + taken } }];
}

/** The purses of the money that lines move. */
export function moneyPurses(postings: readonly Posting[], chart: Chart): Purse[] {
  const lines = postings.filter(({ ledgerAccount }) => isMoney(ledgerAccount, chart));
  const { cash, bank } = chart.roles;
  return [
    ...poolsOf(lines).map((pool) => ({
      holds: (line: PurseLine): boolean => line.pool === pool && isMoney(line.ledgerAccount, chart),
      ...{ isCredit: false, code: 'money.poolShort', facts: { pool } },
    })),
    ...[cash, bank].map((code) => ({
      holds: (line: PurseLine): boolean => mainCodeOf(line.ledgerAccount) === code,
      ...{ isCredit: false, code: 'money.accountShort', facts: { account: accountText(code, chart) } },
    })),
  ];
}

function poolsOf(lines: readonly { readonly pool: Pool }[]): Pool[] {
  return [...new Set(lines.map(({ pool }) => pool))];
}

/** The day from a given one on, itself among them, at whose end the least is in a purse. */
function leastFrom(from: CalendarDay, stands: MoneyOnHand, holds: Holds): DayEnd {
  const [first, ...later] = dayEnds(from, stands, holds);
  return later.reduce((least, each) => (each.amount < least.amount ? each : least), first);
}

/** The first day from a given one on, itself among them, at whose end a purse is below zero. */
export function firstBelow(from: CalendarDay, stands: MoneyOnHand, holds: Holds): DayEnd | undefined {
  return dayEnds(from, stands, holds).find(({ amount }) => amount < 0n);
}

/** What is in a purse when a day has ended. */
interface DayEnd {
  readonly day: CalendarDay;
  readonly amount: Fen;
}

/** A day and each later one on which a purse moved, in their order. */
function dayEnds(from: CalendarDay, { before, moves }: MoneyOnHand, holds: Holds): [DayEnd, ...DayEnd[]] {
  const own = moves.filter(holds);
  const earlier = own.filter(({ day }) => day <= from);
  let amount = sumFen([...before.filter(holds), ...earlier].map((each) => each.amount));
  const ends: [DayEnd, ...DayEnd[]] = [{ day: from, amount }];
  const later = own.filter(({ day }) => day > from).sort((one, other) => (one.day < other.day ? -1 : 1));
  for (const [index, move] of later.entries()) {
    amount += move.amount;
    if (later[index + 1]?.day !== move.day) ends.push({ day: move.day, amount });
  }
  return ends;
}

/** The accounts that carry depreciation and amortisation: 133, 152, 162 of the chart of 2023. */
export function contraAccounts({ accounts }: Chart): string[] {
  return [...accounts.values()]
    .filter(({ contra, detailOf }) => contra && detailOf === undefined)
    .map(({ code }) => code);
}

/** Whether any line takes depreciation or amortisation away: only then is there anything to ask. */
export function takesContra(postings: readonly Posting[], chart: Chart): boolean {
  const contra = contraAccounts(chart);
  return postings.some((line) => contra.includes(mainCodeOf(line.ledgerAccount)) && signedAmount(line) > 0n);
}

/**
 * No more depreciation or amortisation is taken away than a pool has at the end of the month, nor of a later
 * one that is booked already: these accounts stand on the credit side. Within a month the order of its
 * vouchers does not count, for what a month wore off is booked on its last day. Code `money.contraShort`.
 * @param stands the contra accounts, with the voucher's own lines in them
 */
export function contraShortProblems(
  entry: Pick<JournalEntry, 'postedOn' | 'postings'>,
  stands: MoneyOnHand,
  chart: Chart,
): Problem[] {
  const postedOn = lastDayOf(monthOf(entry.postedOn));
  const turned = turnedOver(stands);
  return contraPurses(entry.postings, chart).flatMap((purse) =>
    shortage({ ...entry, postedOn }, purse, turned),
  );
}

/** Contra accounts by what stands on their credit side at the end of each month. */
export function turnedOver({ before, moves }: MoneyOnHand): MoneyOnHand {
  return {
    before: before.map((each) => ({ ...each, amount: -each.amount })),
    moves: moves.map((each) => ({ ...each, day: lastDayOf(monthOf(each.day)), amount: -each.amount })),
  };
}

/** The purses of what lines wear off, or take away of it. */
export function contraPurses(postings: readonly Posting[], chart: Chart): Purse[] {
  return contraAccounts(chart).flatMap((code) => {
    const holds: Holds = ({ ledgerAccount }) => mainCodeOf(ledgerAccount) === code;
    return poolsOf(postings.filter(holds)).map((pool) => ({
      holds: (line: PurseLine): boolean => line.pool === pool && holds(line),
      ...{ isCredit: true, code: 'money.contraShort', facts: { account: accountText(code, chart), pool } },
    }));
  });
}

/** An account as it is told: its code and its name. */
export function accountText(code: string, chart: Chart): string {
  return `${code} ${chart.accounts.get(code)?.name ?? ''}`;
}
