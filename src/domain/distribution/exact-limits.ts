import type { Fen } from '../money/fen';
import { ratio } from '../money/ratio';
import { isExact } from '../policy/limit';
import { type Limit, poolRulesOf } from '../policy/pack';
import { reckon } from '../policy/reckon';
import { type ExactShare, roundShares } from './round-shares';
import { judgedOver, type UseFacts } from './use-facts';

const NO_BOUNDS = { floor: undefined, cap: undefined, least: undefined, most: undefined };

/**
 * The whole fen that the limits which say `exactly` are held to, by limit: rounded together, as the split
 * rounds shares, so that 80 % and 20 % told to somebody come to the whole and to no fen more. One whose
 * number is missing is not among them.
 */
export function exactAmounts(
  facts: Omit<UseFacts, 'planned'>,
  over: Limit['over'],
): ReadonlyMap<string, Fen> {
  return roundShares(exactShares(facts, over));
}

/** The exact shares of those limits, before they are rounded. */
export function exactShares(facts: Omit<UseFacts, 'planned'>, over: Limit['over']): ExactShare[] {
  const judged = judgedOver(facts, over);
  const limits = poolRulesOf(facts.pack, facts.pool)?.limits ?? [];
  return limits.flatMap((limit): ExactShare[] => {
    if (limit.over !== over || !isExact(limit) || limit.atMost === undefined) return [];
    const { number } = reckon(limit.atMost, judged);
    if (number === undefined) return [];
    return [{ id: limit.id, exact: ratio(number.numerator * 100n, number.denominator), bounds: NO_BOUNDS }];
  });
}
