import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, mainCodeOf } from './chart';
import { flowEffect, type JournalEntry, type Pool, type Posting, signedAmount } from './journal-entry';
import { isMoney, type MoneyOnHand } from './money-on-hand';
import { undistributedOn } from './pool-movements';
import { leastFree, type PromisedPool } from './promised-money';
import { reservedAt } from './reserves';

type Spending = Pick<JournalEntry, 'postedOn' | 'postings'>;

/**
 * Whether what an entry spends of a pool is only owed: every line that does not move the pool itself raises
 * what is payable. A cost is deducted on its day, paid or not, so it may leave the pool below zero, and
 * is carried on, whether anything is set aside or not: not a fen of that is touched before it is paid.
 */
export function isOnlyOwed(postings: readonly Posting[], pool: Pool, { roles }: Chart): boolean {
  const beside = postings.filter((line) => line.pool === pool && line.poolFlow === undefined);
  return (
    beside.length > 0 &&
    beside.every((line) => line.side === 'credit' && mainCodeOf(line.ledgerAccount) === roles.payable)
  );
}

/**
 * Money that was set aside pays for nothing else until it is released: what an entry spends of a pool leaves
 * no less than that, neither on its day nor on a later one. Code `money.reserved`. Source: product decision
 * "Pools and two surpluses" (free money).
 * @param pools with the entry's own lines in their movements
 */
export function reservedProblems(entry: Spending, pools: readonly PromisedPool[]): Problem[] {
  return pools.flatMap(({ pool, movements, reserves = [] }) => {
    const { day, free } = leastFree({ pool, promises: [], movements, reserves }, entry.postedOn);
    const reserved = reservedAt(reserves, day);
    if (free >= 0n || reserved === 0n) return [];
    const lines = entry.postings.filter((line) => line.pool === pool && line.poolFlow !== 'granted');
    return [problemOf({ pool, day, amount: -flowEffect(lines), free, reserved })];
  });
}

/** The pools whose cash and bank an entry takes money out of. */
export function poolsPaying(postings: readonly Posting[], chart: Chart): Pool[] {
  const lines = postings.filter(({ ledgerAccount }) => isMoney(ledgerAccount, chart));
  return [...new Set(lines.map(({ pool }) => pool))].filter((pool) => takenOf(lines, pool) > 0n);
}

/**
 * What was owed is not paid out of what is set aside: where a pool owes so much that what stands
 * undistributed no longer covers its reserve, a payment leaves that much of the pool in cash and bank, on its
 * day and every later one. Code `money.reserved`.
 * @param paying the pools, and all cash and bank of the books, with the entry's own lines in both
 */
export function paidFromReserve(
  entry: Spending,
  paying: { readonly pools: readonly PromisedPool[]; readonly money: MoneyOnHand },
  chart: Chart,
): Problem[] {
  const { pools, money } = paying;
  const lines = entry.postings.filter(({ ledgerAccount }) => isMoney(ledgerAccount, chart));
  return pools.flatMap(({ pool, movements, reserves = [] }) => {
    const own = money.moves.filter((move) => move.pool === pool);
    const standing = sumFen(money.before.filter((line) => line.pool === pool).map(({ amount }) => amount));
    const onHand = (day: CalendarDay): Fen =>
      standing + sumFen(own.filter((move) => move.day <= day).map(({ amount }) => amount));
    const changed = [...own, ...reserves].map(({ day }) => day);
    const days = [...changed, ...movements.map(({ statementOn }) => statementOn)];
    const worst = [...new Set([entry.postedOn, ...days])]
      .filter((day) => day >= entry.postedOn)
      .sort()
      .map((day) => ({
        day,
        reserved: reservedAt(reserves, day),
        free: onHand(day) - reservedAt(reserves, day),
      }))
      .filter(({ day, reserved }) => reserved > undistributedOn(movements, day) && reserved > 0n)
      .reduce<{ day: CalendarDay; reserved: Fen; free: Fen } | undefined>(
        (least, each) => (least === undefined || each.free < least.free ? each : least),
        undefined,
      );
    if (worst === undefined || worst.free >= 0n) return [];
    return [problemOf({ pool, ...worst, amount: takenOf(lines, pool) })];
  });
}

function takenOf(lines: readonly Posting[], pool: Pool): Fen {
  return -sumFen(lines.filter((line) => line.pool === pool).map(signedAmount));
}

function problemOf(of: {
  readonly pool: Pool;
  readonly day: CalendarDay;
  readonly amount: Fen;
  /** What the entry leaves beside what is set aside; below zero. */
  readonly free: Fen;
  readonly reserved: Fen;
}): Problem {
  const { pool, day, amount, free, reserved } = of;
  const left = free + amount;
  const facts = { pool, day, amount, left: left > 0n ? left : 0n, excess: -free, reserved };
  return { code: 'money.reserved', field: '', facts };
}
