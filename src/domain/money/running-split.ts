import { DomainError } from '../shared/domain-error';
import { invariant } from '../shared/invariant';
import { allocateDifference, isWorthSplitting, type Part, type Share, weightOf } from './allocate';
import { type Fen, sumFen } from './fen';
import { oddFenReasons, type Reason } from './odd-fen';

/** Money to be split: what came in, under an id of the caller's. */
export interface Payout {
  readonly id: string;
  readonly amount: Fen;
}

/** What one person gets of a payout, and what he had got in its window before. */
export interface PayoutPart extends Part {
  readonly before: Fen;
}

/** A payout that was split, with the smaller ones before it that had waited and are given with it. */
export interface SplitPayout extends Payout {
  readonly carried: readonly Payout[];
  /** What the window had split with this payout: the amount that the parts, each with its `before`, split. */
  readonly total: Fen;
  readonly parts: readonly PayoutPart[];
}

/** Everything split over one roster by one set of weights, and still standing. */
export interface SplitWindow {
  readonly shares: readonly Share[];
  readonly payouts: readonly SplitPayout[];
}

/** Money split again and again. Waiting money belongs to no window: it goes with the next payout. */
export interface RunningSplit {
  readonly windows: readonly SplitWindow[];
  readonly waiting: readonly Payout[];
}

export const NOTHING_SPLIT: RunningSplit = { windows: [], waiting: [] };

/** A payout, split or put off; `says` is what has to be told with it. */
export interface PaidOut {
  readonly running: RunningSplit;
  /** Undefined where the payout waits for the next one. */
  readonly split: SplitPayout | undefined;
  readonly says: readonly Reason[];
}

/**
 * Splits a payout, together with what waited before it, on the running total of its window and gives everyone
 * the difference to what he has: nobody is then a whole fen from the exact share of everything that stands. A
 * new window starts when roster or weights change. A payout of which somebody's exact share is less than a
 * fen waits for the next one, and so does one too small to level what taking back an earlier payout left
 * uneven; no part is ever negative. Source: product decision "Splitting".
 * @param payout above zero, its id not yet used
 */
export function payOut(running: RunningSplit, payout: Payout, shares: readonly Share[]): PaidOut {
  invariant(payout.amount > 0n, 'a payout is more than nothing');
  invariant(!idsOf(running).includes(payout.id), 'a payout is paid out once');
  const amount = payout.amount + sumFen(running.waiting.map((each) => each.amount));
  const last = running.windows.at(-1);
  const isNew = last === undefined || !areSameShares(last.shares, shares);
  const window = isNew ? { shares, payouts: [] } : last;
  if (!isWorthSplitting(amount, shares)) {
    const total = weightOf(shares);
    const least = shares.reduce((most, { weight }) => larger(most, leastFor(weight, total)), 0n);
    return putOff(running, payout, { code: 'split.waits', facts: { ...payout, waiting: amount, least } });
  }
  const parts = partsOf(window, amount);
  if (parts.some((part) => part.amount < 0n)) {
    return putOff(running, payout, { code: 'split.waitsToLevel', facts: { ...payout, waiting: amount } });
  }
  const split = { ...payout, carried: running.waiting, total: totalOf(window) + amount, parts };
  const earlier = isNew ? running.windows : running.windows.slice(0, -1);
  const says = saysOf(split, isNew && last !== undefined);
  const windows = [...earlier, { ...window, payouts: [...window.payouts, split] }];
  return { running: { windows, waiting: [] }, split, says };
}

/**
 * Takes a payout back: person by person what it gave, nothing where it still waits. It leaves its window, and
 * what had waited for it waits again; the next payout levels what is left.
 * @returns what each person gives back, all zero or more
 * @throws DomainError `split.givenWithLater` where it was given with a later payout, which has to be taken
 *   back first; `split.notStanding` where there is none of this id, or it was taken back already
 */
export function takeBack(
  running: RunningSplit,
  id: string,
): { running: RunningSplit; back: readonly Pick<Part, 'key' | 'amount'>[] } {
  if (running.waiting.some((payout) => payout.id === id)) {
    const waiting = running.waiting.filter((payout) => payout.id !== id);
    return { running: { ...running, waiting }, back: [] };
  }
  const payouts = running.windows.flatMap((window) => window.payouts);
  const later = payouts.find((payout) => payout.carried.some((carried) => carried.id === id));
  if (later !== undefined) throw new DomainError('split.givenWithLater', { id, later: later.id });
  const taken = payouts.find((payout) => payout.id === id);
  if (taken === undefined) throw new DomainError('split.notStanding', { id });
  const windows = running.windows.map((window) => ({
    ...window,
    payouts: window.payouts.filter((payout) => payout.id !== id),
  }));
  const back = taken.parts.map(({ key, amount }) => ({ key, amount }));
  return { running: { windows, waiting: [...taken.carried, ...running.waiting] }, back };
}

/** What each has got of the payouts of a window that stand. */
export function givenIn(window: SplitWindow): Map<string, Fen> {
  const given = new Map(window.shares.map((share) => [share.key, 0n]));
  for (const { parts } of window.payouts) {
    for (const { key, amount } of parts) given.set(key, (given.get(key) ?? 0n) + amount);
  }
  return given;
}

/** What a window has split, without what was taken back. */
export function totalOf(window: SplitWindow): Fen {
  return sumFen(window.payouts.flatMap((payout) => [payout, ...payout.carried]).map((each) => each.amount));
}

/**
 * Why each got what he got of a payout: his share of the running total with its odd fen, and, where he had
 * got something before, that the difference was paid (`split.difference`).
 */
export function payoutReasons(payout: SplitPayout, shares: readonly Share[]): Map<string, Reason[]> {
  const { total, parts } = payout;
  const reasons = oddFenReasons(total, shares);
  return new Map(
    parts.map(({ key, amount, before }) => {
      const reason = reasons.get(key);
      invariant(reason !== undefined, 'a payout is explained by the shares that split it');
      const lifetime = before + amount;
      const difference = { code: 'split.difference', facts: { total, lifetime, before, amount } };
      return [key, before === 0n ? [reason] : [reason, difference]];
    }),
  );
}

function partsOf(window: SplitWindow, amount: Fen): PayoutPart[] {
  return allocateDifference(totalOf(window) + amount, givenIn(window), window.shares);
}

function putOff(running: RunningSplit, payout: Payout, reason: Reason): PaidOut {
  return {
    running: { ...running, waiting: [...running.waiting, payout] },
    split: undefined,
    says: [reason],
  };
}

function saysOf({ carried }: SplitPayout, isNewWindow: boolean): Reason[] {
  const waited = sumFen(carried.map((payout) => payout.amount));
  return [
    ...(isNewWindow ? [{ code: 'split.newWindow', facts: {} }] : []),
    ...(waited > 0n ? [{ code: 'split.carried', facts: { waited } }] : []),
  ];
}

/** The same people with the same weights, in whatever order. */
export function areSameShares(left: readonly Share[], right: readonly Share[]): boolean {
  const weights = new Map(left.map((share) => [share.key, share.weight]));
  return left.length === right.length && right.every(({ key, weight }) => weights.get(key) === weight);
}

function idsOf({ windows, waiting }: RunningSplit): string[] {
  const split = windows.flatMap((window) => window.payouts);
  return [...split, ...split.flatMap((payout) => payout.carried), ...waiting].map((payout) => payout.id);
}

/** The smallest amount of which this weight's exact share is a whole fen. */
function leastFor(weight: bigint, total: bigint): Fen {
  return weight === 0n ? 0n : (total + weight - 1n) / weight;
}

function larger(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}
