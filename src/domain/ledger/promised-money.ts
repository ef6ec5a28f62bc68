import type { CalendarDay } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { byPool, flowEffect, type JournalEntry, type Pool, type Posting } from './journal-entry';
import { type PoolMovement, undistributedOn } from './pool-movements';
import { reservedAt, type ReserveMove } from './reserves';

/**
 * What a line of an approved plan promises, from the day on which the plan was approved; fen, below zero for
 * what of it was released on a later day.
 */
export interface PromisedLine {
  readonly planId: string;
  readonly planLineId: string;
  readonly pool: Pool;
  /** The period the plan distributes. */
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly promisedOn: CalendarDay;
  readonly amount: Fen;
}

/** What moved a pool on a day; a grant names the line of the plan it was made against. */
export interface PromiseMovement extends PoolMovement {
  readonly planLineId?: string | undefined;
}

/** A pool's promises and everything that moved it, an entry just booked among it. */
export interface PromisedPool {
  readonly pool: Pool;
  readonly promises: readonly PromisedLine[];
  readonly movements: readonly PromiseMovement[];
  /** What was set aside of it and released. */
  readonly reserves?: readonly ReserveMove[];
}

/** A plan with what its lines still have to grant. */
interface OpenPlan extends Pick<PromisedLine, 'planId' | 'from' | 'to'> {
  readonly open: Fen;
}

/**
 * The pools whose undistributed money an entry lessens otherwise than by a grant: a cost, mostly. A grant
 * keeps a promise and has bounds of its own.
 */
export function poolsSpent(postings: readonly Posting[]): Pool[] {
  return [...byPool(postings)].flatMap(([pool, lines]) =>
    flowEffect(lines.filter(({ poolFlow }) => poolFlow !== 'granted')) < 0n ? [pool] : [],
  );
}

/**
 * The free money of a pool at the end of a day: what stands undistributed, less what approved distributions
 * still have to grant and what is set aside; below zero where that is no longer covered. Source: product
 * decision "Pools and two surpluses".
 */
export function freeAt({ promises, movements, reserves = [] }: PromisedPool, day: CalendarDay): Fen {
  const spokenFor = promisedAt({ promises, movements }, day) + reservedAt(reserves, day);
  return undistributedOn(movements, day) - spokenFor;
}

/** What approved distributions still have to grant at the end of a day: promised, less granted. */
export function promisedAt(of: Omit<PromisedPool, 'pool'>, day: CalendarDay): Fen {
  return sumFen(openPlans(of, day).map(({ open }) => open));
}

/** What of each plan's promises is granted by the end of a day, by plan; fen. */
export function grantedByPlan(
  { promises, movements }: Pick<PromisedPool, 'promises' | 'movements'>,
  day: CalendarDay,
): Map<string, Fen> {
  const plans = new Map(promises.map(({ planLineId, planId }) => [planLineId, planId]));
  const granted = new Map<string, Fen>();
  for (const { flow, statementOn, planLineId = '', amount } of movements) {
    const planId = plans.get(planLineId);
    if (flow !== 'granted' || statementOn > day || planId === undefined) continue;
    granted.set(planId, (granted.get(planId) ?? 0n) + amount);
  }
  return granted;
}

/** The plans that had promised something by a day and not granted all of it, the most open first. */
function openPlans({ promises, movements }: Omit<PromisedPool, 'pool'>, day: CalendarDay): OpenPlan[] {
  const standing = promises.filter(({ promisedOn }) => promisedOn <= day);
  const granted = movements.filter(({ flow, statementOn }) => flow === 'granted' && statementOn <= day);
  const plans = [...new Set(standing.map(({ planId }) => planId))].flatMap((planId): OpenPlan[] => {
    const lines = standing.filter((line) => line.planId === planId);
    const [first] = lines;
    if (first === undefined) return [];
    const ids = new Set<string | undefined>(lines.map(({ planLineId }) => planLineId));
    const open =
      sumFen(lines.map(({ amount }) => amount)) -
      sumFen(granted.filter(({ planLineId }) => ids.has(planLineId)).map(({ amount }) => amount));
    return open > 0n ? [{ planId, from: first.from, to: first.to, open }] : [];
  });
  return plans.sort((one, other) => (one.open === other.open ? 0 : one.open > other.open ? -1 : 1));
}

/** The day from a given one on at whose end least is free, and how much that is. */
export function leastFree(of: PromisedPool, from: CalendarDay): { day: CalendarDay; free: Fen } {
  const reserved = (of.reserves ?? []).map(({ day }) => day);
  const moved = of.movements.map(({ statementOn }) => statementOn);
  const days = [...moved, ...of.promises.map(promisedOn), ...reserved];
  const later = [...new Set(days)].filter((day) => day > from).sort();
  return later
    .map((day) => ({ day, free: freeAt(of, day) }))
    .reduce((least, each) => (each.free < least.free ? each : least), { day: from, free: freeAt(of, from) });
}

/**
 * Money that an approved distribution has promised pays for nothing else: what an entry spends of a pool may
 * leave no less than the promises, neither on its day nor on a later one. Code `money.promised` with the
 * plan that has most to grant. Source: product decision "Pools and two surpluses" (free money).
 * @param pools with the entry's own lines in their movements
 */
export function promisedProblems(
  entry: Pick<JournalEntry, 'postedOn' | 'postings'>,
  pools: readonly PromisedPool[],
): Problem[] {
  return pools.flatMap((of) => {
    const { day, free } = leastFree(of, entry.postedOn);
    const [plan] = openPlans(of, day);
    if (free >= 0n || plan === undefined) return [];
    const lines = entry.postings.filter(({ pool, poolFlow }) => pool === of.pool && poolFlow !== 'granted');
    const amount = -flowEffect(lines);
    const left = free + amount;
    const { from, to } = plan;
    const promised = promisedAt(of, day);
    const facts = { pool: of.pool, day, amount, left: left > 0n ? left : 0n, excess: -free };
    return [{ code: 'money.promised', field: '', facts: { ...facts, promised, from, to } }];
  });
}

/**
 * Money is promised only where it is free: a cost paid or money set aside since a plan was drafted leaves
 * less than its period's statement says. From the day of the promise on, on every day. Code
 * `plan.aboveFree`. Source: product decision "Pools and two surpluses" (free money).
 */
export function aboveFree(
  { planned, day: from }: { readonly planned: Fen; readonly day: CalendarDay },
  of: PromisedPool,
): Problem | undefined {
  const { day, free } = leastFree(of, from);
  if (planned <= free) return undefined;
  const left = free > 0n ? free : 0n;
  return {
    code: 'plan.aboveFree',
    field: '',
    facts: { pool: of.pool, day, planned, left, excess: planned - free },
  };
}

function promisedOn(line: PromisedLine): CalendarDay {
  return line.promisedOn;
}
