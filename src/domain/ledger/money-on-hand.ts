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

/** Which lines are of one purse: an account and a pool. */
type Holds = (line: { readonly ledgerAccount: string; readonly pool: Pool }) => boolean;

/** Whose money it is, or where it lies: a pool's cash and bank together, or the cash box, or the bank. */
interface Purse {
  readonly holds: Holds;
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
  const lines = entry.postings.filter(({ ledgerAccount }) => isMoney(ledgerAccount, chart));
  return pursesOf(lines, chart).flatMap(({ holds, code, facts }) => {
    const taken = -sumFen(lines.filter(holds).map(signedAmount));
    if (taken <= 0n) return [];
    const least = leastFrom(entry.postedOn, money, holds);
    if (least.amount >= 0n) return [];
    const { day } = least;
    return [{ code, field: '', facts: { ...facts, day, amount: taken, left: least.amount + taken } }];
  });
}

function pursesOf(lines: readonly { readonly pool: Pool }[], chart: Chart): Purse[] {
  const pools = [...new Set(lines.map(({ pool }) => pool))];
  const { cash, bank } = chart.roles;
  return [
    ...pools.map((pool) => ({
      holds: (line: { readonly pool: Pool }): boolean => line.pool === pool,
      code: 'money.poolShort',
      facts: { pool },
    })),
    ...[cash, bank].map((code) => ({
      holds: (line: { readonly ledgerAccount: string }): boolean => mainCodeOf(line.ledgerAccount) === code,
      code: 'money.accountShort',
      facts: { account: accountText(code, chart) },
    })),
  ];
}

/** The day from a given one on, itself among them, at whose end the least is in a purse. */
function leastFrom(
  from: CalendarDay,
  { before, moves }: MoneyOnHand,
  holds: Holds,
): { readonly day: CalendarDay; readonly amount: Fen } {
  const own = moves.filter(holds);
  const earlier = own.filter(({ day }) => day <= from);
  let stands = sumFen([...before.filter(holds), ...earlier].map(({ amount }) => amount));
  let least = { day: from, amount: stands };
  const later = own.filter(({ day }) => day > from).sort((one, other) => (one.day < other.day ? -1 : 1));
  for (const [index, { day, amount }] of later.entries()) {
    stands += amount;
    const isDayOver = later[index + 1]?.day !== day;
    if (isDayOver && stands < least.amount) least = { day, amount: stands };
  }
  return least;
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
  const endOf = (day: CalendarDay): CalendarDay => lastDayOf(monthOf(day));
  const turned = {
    before: stands.before.map((each) => ({ ...each, amount: -each.amount })),
    moves: stands.moves.map((each) => ({ ...each, day: endOf(each.day), amount: -each.amount })),
  };
  return contraAccounts(chart).flatMap((code) => {
    const lines = entry.postings.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === code);
    return [...new Set(lines.map(({ pool }) => pool))].flatMap((pool) => {
      const holds: Holds = (line) => line.pool === pool && mainCodeOf(line.ledgerAccount) === code;
      const taken = sumFen(lines.filter(holds).map(signedAmount));
      const { day, amount } = leastFrom(endOf(entry.postedOn), turned, holds);
      if (taken <= 0n || amount >= 0n) return [];
      const facts = { account: accountText(code, chart), pool, day, amount: taken, left: amount + taken };
      return [{ code: 'money.contraShort', field: '', facts }];
    });
  });
}

/** An account as it is told: its code and its name. */
export function accountText(code: string, chart: Chart): string {
  return `${code} ${chart.accounts.get(code)?.name ?? ''}`;
}
