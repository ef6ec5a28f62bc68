import type { Fen } from '../money/fen';
import { compareRatios, ratio } from '../money/ratio';
import { type Bucket, type Limit, poolRulesOf } from '../policy/pack';
import { isExact } from '../policy/limit';
import type { Quantity } from '../policy/quantity';
import { reckon } from '../policy/reckon';
import { exactAmounts } from './exact-limits';
import { fixedAmounts } from './fixed-amounts';
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
export function boundOf(facts: Omit<UseFacts, 'planned'>, bucket: Bucket): PlanBound | undefined {
  const { take, id, cite } = bucket;
  if (take.kind === 'amount') {
    const fixed = fixedAmounts(facts).get(id);
    return fixed?.amount === undefined ? undefined : { side: 'exact', amount: fixed.amount, clause: cite };
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

function limitBounds(facts: Omit<UseFacts, 'planned'>, limit: Limit): PlanBound[] {
  const isYear = limit.over === 'year';
  const [id = ''] = limit.on;
  const { year } = facts.ground;
  const before = isYear ? (year.used[id] ?? 0n) : 0n;
  return statedBounds(facts, limit)
    .filter(({ side }) => side !== 'floor' || !isYear || year.isOver)
    .map((bound) => ({ ...bound, amount: bound.amount > before ? bound.amount - before : 0n }));
}

/**
 * What a limit states for its uses together, over its period or its year; none where a number is missing
 * that it is reckoned from.
 */
export function statedBounds(facts: Omit<UseFacts, 'planned'>, limit: Limit): PlanBound[] {
  const clause = limit.cite;
  if (isExact(limit)) {
    const amount = exactAmounts(facts, limit.over).get(limit.id);
    return amount === undefined ? [] : [{ side: 'exact', amount, clause }];
  }
  const judged = judgedOver(facts, limit.over);
  const bound = (side: 'floor' | 'cap', quantity: Quantity | undefined): PlanBound[] => {
    const { number } = quantity === undefined ? {} : reckon(quantity, judged);
    if (number === undefined) return [];
    const fen = ratio(number.numerator * 100n, number.denominator);
    return [{ side, amount: side === 'floor' ? roundedUp(fen) : roundedDown(fen), clause }];
  };
  return [...bound('floor', limit.atLeast), ...bound('cap', limit.atMost)];
}

function byAmount(one: PlanBound, other: PlanBound): number {
  return compareRatios(ratio(one.amount, 1n), ratio(other.amount, 1n));
}
