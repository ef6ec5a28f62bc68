import type { CalendarDay } from '../calendar/calendar-day';
import { type Chart, isPoolMoney } from '../ledger/chart';
import { flowEffect, type Posting, type Stream } from '../ledger/journal-entry';
import { isSurplus } from '../ledger/surplus-movements';
import { isIncomeOrExpense } from '../ledger/statement-layout';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';

/** Why the two surpluses differ. */
export type BridgeReason =
  /** Paid out of 收益分配 already. */
  | 'distributed'
  /** What was owed to the pool and was given up: nobody was given anything. */
  | 'givenUp'
  /** Income that is in the statement and not in the bank yet. */
  | 'accrued'
  /** What money has become: assets, stores, stakes, less what they have lost in value. */
  | 'assets'
  | 'depreciation'
  /** Money that belongs to other funds: 公积公益金, capital, earmarked funds. */
  | 'funds'
  /** A correction counts in the period of what it corrects, not on its voucher's day. */
  | 'timing'
  /** Granted against a plan: the statement took it off, the pool's statement shows it as a use. */
  | 'granted'
  /** Promised to the lines of distributions settled before. */
  | 'promised';

/** One line of difference; it is added on the way from the statement to the pool. */
export interface BridgeLine {
  readonly reason: BridgeReason;
  readonly ledgerAccount?: string;
  readonly stream?: Stream;
  readonly amount: Fen;
}

/** From statutoryDistributable to poolDistributable, every difference with its reason. */
export interface Bridge {
  readonly statutory: Fen;
  readonly lines: readonly BridgeLine[];
  readonly pool: Fen;
}

/** A balance of the pool that is neither its money nor what stands undistributed. Debit positive. */
export interface BridgeBalance {
  readonly ledgerAccount: string;
  readonly stream?: Stream;
  readonly balance: Fen;
}

/** A line that moves the pool. */
export interface BridgeMovement extends Pick<Posting, 'side' | 'amount' | 'poolFlow'> {
  readonly postedOn: CalendarDay;
  readonly statementOn: CalendarDay;
}

/** What a bridge is made of, all of one pool, on the last day of a period. */
export interface BridgeFacts {
  readonly to: CalendarDay;
  /** Brought from last year + net surplus + transferred in − 公积公益金. */
  readonly statutory: Fen;
  /** What went out of 收益分配 beside the reserve, by account. */
  readonly distributed: ReadonlyMap<string, Fen>;
  readonly balances: readonly BridgeBalance[];
  readonly movements: readonly BridgeMovement[];
  /** What distributions settled before the period keep for their lines, less what was released of it. */
  readonly promised: Fen;
  /** The pool's statement of the period. */
  readonly pool: Fen;
}

/**
 * Joins the accrual figure of the statement to the cash of the pool, line by line. Every voucher balances
 * within its pool and its flows say what happens to its money, so the lines add up by themselves; that no
 * difference is left unexplained is asserted, not filled in. Source: product decision "Pools and two
 * surpluses".
 */
export function bridge(facts: BridgeFacts, chart: Chart): Bridge {
  const { to, statutory, movements, promised, pool } = facts;
  const posted = flowEffect(movements.filter((each) => each.postedOn <= to));
  const counted = movements.filter((each) => each.statementOn <= to);
  const granted = -flowEffect(counted.filter((each) => each.poolFlow === 'granted'));
  const lines: BridgeLine[] = [
    ...[...facts.distributed].map(([ledgerAccount, amount]): BridgeLine => ({
      reason: isOwed(ledgerAccount, chart) ? 'givenUp' : 'distributed',
      ledgerAccount,
      amount: -amount,
    })),
    ...withoutLeftBehind(facts.balances, chart)
      .filter((each) => !isPoolMoney(each, chart) && !isStatement(chart, each.ledgerAccount))
      .map(({ balance, ...at }): BridgeLine => ({ ...at, reason: reasonOf(at, chart), amount: -balance })),
    { reason: 'timing', amount: flowEffect(counted) - posted },
    { reason: 'granted', amount: granted },
    { reason: 'promised', amount: -promised },
  ];
  const named = lines.filter((line) => line.amount !== 0n);
  const explained = statutory + sumFen(named.map((line) => line.amount));
  invariant(explained === pool, 'the bridge explains the whole difference');
  return { statutory, lines: named, pool };
}

/**
 * Balances without those of a chart that was left: what its change took over left nothing on an account, and
 * what of it stands by stream is taken out beside it.
 */
function withoutLeftBehind(balances: readonly BridgeBalance[], chart: Chart): readonly BridgeBalance[] {
  const left = (code: string): Fen =>
    sumFen(balances.filter(({ ledgerAccount }) => ledgerAccount === code).map(({ balance }) => balance));
  return balances.filter(
    ({ ledgerAccount }) => chart.accounts.has(ledgerAccount) || left(ledgerAccount) !== 0n,
  );
}

/** Whether an account holds what outsiders owe: what is taken off it went to nobody. */
function isOwed(code: string, { roles }: Chart): boolean {
  return code.startsWith(roles.receivable);
}

function isStatement(chart: Chart, code: string): boolean {
  return isSurplus(chart, code) || isIncomeOrExpense(chart, code);
}

function reasonOf({ ledgerAccount, stream }: Omit<BridgeBalance, 'balance'>, chart: Chart): BridgeReason {
  if (stream !== undefined) return 'accrued';
  const account = chart.accounts.get(ledgerAccount);
  if (account?.contra === true) return 'depreciation';
  return account?.nature === 'asset' || account?.nature === 'cost' ? 'assets' : 'funds';
}
