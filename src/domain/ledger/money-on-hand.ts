import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, mainCodeOf } from './chart';
import { type JournalEntry, type Pool, type Posting, signedAmount } from './journal-entry';
import { type PoolBalance, poolsOf } from './pool-balances';

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

/** Whose money it is, or where it lies: a pool's cash and bank together, or the cash box, or the bank. */
interface Purse {
  readonly holds: (line: { readonly ledgerAccount: string; readonly pool: Pool }) => boolean;
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
  holds: Purse['holds'],
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

/**
 * Balances that cannot stand at the end of a month: cash or bank below zero, a pool that paid more than it
 * had, so that another's money paid for it, things below nothing, and depreciation or amortisation on the
 * debit side or beyond the cost it belongs to. What is settled with others may stand on either side. Codes
 * `months.accountBelowZero`, `months.poolBelowZero`, `months.assetBelowZero`, `months.contraDebit`,
 * `months.contraAboveCost`.
 */
export function standingProblems(balances: readonly PoolBalance[], chart: Chart): Problem[] {
  const money = balances.filter(({ ledgerAccount }) => isMoney(ledgerAccount, chart));
  const { bank } = chart.roles;
  const pools = poolsOf(money).flatMap((pool) => {
    const amount = sumFen(money.filter((each) => each.pool === pool).map((each) => each.amount));
    const facts = { account: accountText(bank, chart), pool, amount: -amount };
    return amount < 0n ? [{ code: 'months.poolBelowZero', field: '', facts }] : [];
  });
  return [...accountProblems(balances, chart), ...pools];
}

function accountProblems(balances: readonly PoolBalance[], chart: Chart): Problem[] {
  const mains = [...new Set(balances.map(({ ledgerAccount }) => mainCodeOf(ledgerAccount)))];
  const standsOn = (main: string): Fen =>
    sumFen(balances.filter((each) => mainCodeOf(each.ledgerAccount) === main).map(({ amount }) => amount));
  return mains.flatMap((main) => {
    const amount = standsOn(main);
    const facts = { account: accountText(main, chart), amount: amount < 0n ? -amount : amount };
    const told = (code: string, more = {}): Problem[] => [{ code, field: '', facts: { ...facts, ...more } }];
    if (isMoney(main, chart)) return amount < 0n ? told('months.accountBelowZero') : [];
    const account = chart.accounts.get(main);
    if (account?.nature !== 'asset') return [];
    if (account.contra) {
      if (amount > 0n) return told('months.contraDebit');
      const cost = standsOn(costOf(main, chart));
      return -amount > cost ? told('months.contraAboveCost', { cost: cost > 0n ? cost : 0n }) : [];
    }
    const isThing = account.twoSided !== true && main !== chart.roles.receivable;
    return isThing && amount < 0n ? told('months.assetBelowZero') : [];
  });
}

/** The account whose cost a contra account lessens: the asset that stands before it in the chart. */
function costOf(contra: string, { accounts }: Chart): string {
  const mains = [...accounts.values()].filter(({ detailOf }) => detailOf === undefined);
  const before = mains.slice(
    0,
    mains.findIndex(({ code }) => code === contra),
  );
  return before.findLast((account) => !account.contra)?.code ?? '';
}

function accountText(code: string, chart: Chart): string {
  return `${code} ${chart.accounts.get(code)?.name ?? ''}`;
}
