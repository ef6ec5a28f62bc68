import type { CalendarDay } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { leastFree, type PromisedPool } from './promised-money';
import { type Reserve, reservedAt, type ReserveMove, type ReserveRelease } from './reserves';

/** The last day of each pool that a distribution has settled. */
export type SettledTo = Readonly<Record<string, CalendarDay>>;

/**
 * Money is set aside only where it is free, on its day and on every later one, and on no day that a
 * distribution has settled: what was distributed then stays as it was decided. Codes `reserve.aboveFree`,
 * `reserve.settled`. Source: product decision "Pools and two surpluses" (free money).
 */
export function settingProblems(
  { pool, amount, setOn }: Reserve,
  of: Omit<PromisedPool, 'pool'>,
  settledTo: SettledTo,
): Problem[] {
  const settled = settledProblems({ pool, day: setOn, field: 'reservedOn' }, settledTo);
  const { day, free } = leastFree({ pool, ...of }, setOn);
  if (amount <= free) return settled;
  const left = free > 0n ? free : 0n;
  const facts = { pool, day, amount, left, excess: amount - free };
  return [...settled, { code: 'reserve.aboveFree', field: 'amount', facts }];
}

/** A reserve with what was released of it before. */
export interface StandingReserve extends Pick<Reserve, 'pool' | 'setOn'> {
  readonly moves: readonly ReserveMove[];
}

/**
 * No more is released than stands set aside on its day or on any later one, nor before it was set aside.
 * Codes `reserve.aboveStanding`, `reserve.releasedBefore`, `reserve.settled`.
 */
export function releaseProblems(
  { amount, releasedOn }: ReserveRelease,
  { pool, setOn, moves }: StandingReserve,
  settledTo: SettledTo,
): Problem[] {
  const field = 'releasedOn';
  if (releasedOn < setOn)
    return [{ code: 'reserve.releasedBefore', field, value: releasedOn, facts: { setOn } }];
  const settled = settledProblems({ pool, day: releasedOn, field }, settledTo);
  const days = [releasedOn, ...moves.map(({ day }) => day).filter((day) => day > releasedOn)];
  const standing = days.map((day) => reservedAt(moves, day)).reduce(least);
  if (amount <= standing) return settled;
  const facts = { standing, excess: amount - standing };
  return [...settled, { code: 'reserve.aboveStanding', field: 'releaseAmount', facts }];
}

/**
 * What of a period's distributable money its plan has to leave alone: what stood set aside when the
 * period ended, and of later reserves as much as later days did not bring. A reserve made of later money
 * takes nothing of the period.
 */
export function heldOf(
  { to, distributable }: { readonly to: CalendarDay; readonly distributable: Fen },
  of: PromisedPool,
): Fen {
  const moves = of.reserves ?? [];
  const days = [to, ...moves.map(({ day }) => day).filter((day) => day > to)];
  const most = days.map((day) => reservedAt(moves, day)).reduce((one, other) => (one > other ? one : other));
  const missing = distributable - leastFree(of, to).free;
  const [kept, later] = [reservedAt(moves, to), least(missing, most)];
  return kept > later ? kept : later;
}

function settledProblems(
  { pool, day, field }: { readonly pool: string; readonly day: CalendarDay; readonly field: string },
  settledTo: SettledTo,
): Problem[] {
  const to = settledTo[pool];
  if (to === undefined || day > to) return [];
  return [{ code: 'reserve.settled', field, value: day, facts: { pool, to } }];
}

function least(one: Fen, other: Fen): Fen {
  return one < other ? one : other;
}
