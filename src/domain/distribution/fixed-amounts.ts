import type { Fen } from '../money/fen';
import { type Ratio, ratio } from '../money/ratio';
import { bucketsOf } from '../policy/pack';
import { usesByPack } from './split-by-pack';
import { splitSurplus } from './split-surplus';
import { missingOf, roundedDown, roundedUp } from './stated-amount';
import { periodWholes, type UseFacts } from './use-facts';

/**
 * What the document fixes for a use, in fen: exactly, the amount as the split rounds it together with the
 * others, and the whole fen on either side of it before rounding, either of which meets it; or the numbers
 * that are wanting.
 */
export type FixedAmount =
  | { readonly exact: Ratio; readonly amount: Fen; readonly least: Fen; readonly most: Fen }
  | { readonly exact?: undefined; readonly amount: undefined; readonly missing: readonly string[] };

/** The amounts that the document fixes, by use; none where there is nothing to distribute. */
export function fixedAmounts(facts: Omit<UseFacts, 'planned'>): ReadonlyMap<string, FixedAmount> {
  const { pack, pool, on, local, distributable } = facts;
  const isFixed = bucketsOf(pack, pool).filter(({ take }) => take.kind === 'amount');
  const ground = { pool, on, local, wholes: periodWholes(facts), gateFacts: {} };
  const uses = usesByPack(pack, { takes: {}, claims: {} }, ground);
  const fixed = uses.filter(({ id }) => isFixed.some((bucket) => bucket.id === id));
  return new Map(
    splitSurplus(distributable, fixed).parts.map(({ use, amount, exact }): [string, FixedAmount] => {
      const missing = missingOf(use.take);
      if (missing.length > 0) return [use.id, { amount: undefined, missing }];
      const fen = exact ?? ratio(amount, 1n);
      return [use.id, { exact: fen, amount, least: roundedDown(fen), most: roundedUp(fen) }];
    }),
  );
}
