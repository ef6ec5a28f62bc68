import { type Fen } from '../money/fen';
import { type Limit, poolRulesOf } from '../policy/pack';
import { ratio } from '../money/ratio';
import { standingInYear } from './plan-year';
import { roundedUp } from './stated-amount';
import type { UseFacts } from './use-facts';
import type { YearStanding } from './year-standing';

/**
 * What may still come of a limit over a year: it is met; a cap leaves so much room or is exceeded; a floor
 * lacks what is left over covers, or so much more would have to come in and go there, or nothing helps any
 * more. Fen.
 */
export type Chance =
  | { readonly kind: 'met' | 'nothing' | 'undecided' }
  | { readonly kind: 'room' | 'over' | 'left' | 'more' | 'never'; readonly fen: Fen };

/** A limit over the year with where it stands once a plan is given. */
export interface YearChance {
  readonly limit: Limit;
  readonly standing: YearStanding;
  readonly chance: Chance;
}

/** Every limit over the year, in the pack's order; `left` is what the plan leaves over. */
export function yearChances(facts: UseFacts, left: Fen): YearChance[] {
  const { isOver } = facts.ground.year;
  return (poolRulesOf(facts.pack, facts.pool)?.limits ?? []).flatMap((limit): YearChance[] => {
    const standing = standingInYear(limit, facts);
    if (standing === undefined) return [];
    return [{ limit, standing, chance: chanceOf(standing, { left: left > 0n ? left : 0n, isOver }) }];
  });
}

/** What may still come of a limit. */
export function chanceOf(
  standing: YearStanding,
  { left, isOver }: { readonly left: Fen; readonly isOver: boolean },
): Chance {
  const { rule, outcome, bound, coveredSum, short } = standing;
  if (outcome === 'nothing' || outcome === 'undecided' || bound === undefined)
    return { kind: outcome === 'nothing' ? 'nothing' : 'undecided' };
  if (rule.side === 'at_most')
    return short > 0n ? { kind: 'over', fen: short } : { kind: 'room', fen: bound - coveredSum };
  if (short === 0n) return { kind: 'met' };
  if (short <= left) return { kind: 'left', fen: short };
  const more = isOver ? undefined : moreNeeded(standing, left);
  return more === undefined ? { kind: 'never', fen: short - left } : { kind: 'more', fen: more };
}

/**
 * The least that would have to come in yet and go to the uses with all that is left over. What comes in makes
 * the whole of receipts larger, too; a whole that was entered stays. Undefined where no sum is enough.
 */
function moreNeeded({ rule, coveredSum, wholeSum, short }: YearStanding, left: Fen): Fen | undefined {
  const { share, whole } = rule;
  if (whole.of === 'collective_income' || whole.of === 'new_income') return short - left;
  if (share === undefined || share.numerator >= share.denominator) return undefined;
  const { numerator, denominator } = share;
  const lacking = numerator * wholeSum - denominator * (coveredSum + left);
  return roundedUp(ratio(lacking, denominator - numerator));
}
