import type { Fen } from '../money/fen';
import { compareRatios, ratio } from '../money/ratio';
import { type Bucket, type Limit, poolRulesOf } from '../policy/pack';
import { isExact } from '../policy/limit';
import type { Quantity } from '../policy/quantity';
import { reckon } from '../policy/reckon';
import { fixedFor } from './plan-takes';
import { roundedDown, roundedUp } from './stated-amount';
import { judgedOver, type UseFacts } from './use-facts';

/** The least or the most a use may get from this plan, as its bar marks it. */
export interface PlanBound {
  readonly side: 'floor' | 'cap' | 'exact';
  readonly amount: Fen;
  readonly clause: string;
}

/**
 * The bound that a plan's use is held to: the amount the document fixes, else the highest floor on it alone,
 * else the lowest cap. A limit over a year binds by what the year has left of it; a floor over a year that
 * is not over binds nothing yet.
 */
export function boundOf(facts: UseFacts, bucket: Bucket): PlanBound | undefined {
  const { take, id, cite } = bucket;
  if (take.kind === 'amount') {
    const { least } = fixedFor(facts, take.amount);
    return least === undefined ? undefined : { side: 'exact', amount: least, clause: cite };
  }
  const alone = (poolRulesOf(facts.pack, facts.pool)?.limits ?? []).filter(({ on }) => on.join() === id);
  const bounds = alone.flatMap((limit) => limitBounds(facts, limit));
  const exact = bounds.find(({ side }) => side === 'exact');
  const [floor] = bounds
    .filter(({ side }) => side === 'floor')
    .sort(byAmount)
    .reverse();
  const [cap] = bounds.filter(({ side }) => side === 'cap').sort(byAmount);
  return exact ?? floor ?? cap;
}

function limitBounds(facts: UseFacts, limit: Limit): PlanBound[] {
  const isYear = limit.over === 'year';
  const [id = ''] = limit.on;
  const { ground } = facts;
  const judged = judgedOver(facts, isYear ? ground.year : ground.period);
  const before = isYear ? (ground.year.used[id] ?? 0n) : 0n;
  const bound = (side: PlanBound['side'], quantity: Quantity | undefined): PlanBound[] => {
    if (quantity === undefined || (side === 'floor' && isYear && !ground.year.isOver)) return [];
    const { number } = reckon(quantity, judged);
    if (number === undefined) return [];
    const fen = ratio(number.numerator * 100n, number.denominator);
    const amount = (side === 'floor' ? roundedUp(fen) : roundedDown(fen)) - before;
    return [{ side, amount: amount > 0n ? amount : 0n, clause: limit.cite }];
  };
  if (isExact(limit)) return bound('exact', limit.atMost);
  return [...bound('floor', limit.atLeast), ...bound('cap', limit.atMost)];
}

function byAmount(one: PlanBound, other: PlanBound): number {
  return compareRatios(ratio(one.amount, 1n), ratio(other.amount, 1n));
}
