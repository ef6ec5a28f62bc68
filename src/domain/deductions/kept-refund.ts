import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { CostPart } from './kept-cost';

/** What one owner bore of a cost, and what of it has come back to him; fen. */
export interface BorneOfCost extends CostPart {
  readonly refunded: Fen;
}

/**
 * Splits what comes back of a keeper's cost among those who bore it: by the running total of all that came
 * back of it, each by what he bore, as the cost itself was split. Nobody ever has a whole fen more than his
 * exact part, and of a cost that comes back whole everybody has all that he bore. Source: product decisions
 * "Splitting", "Joint stations".
 * @param amount above zero, no more than was borne and has not come back
 * @returns the owners who get something
 */
export function refundParts(amount: Fen, borne: readonly BorneOfCost[]): CostPart[] {
  const before = sumFen(borne.map(({ refunded }) => refunded));
  const whole = sumFen(borne.map((part) => part.amount));
  invariant(amount > 0n && before + amount <= whole, 'no more of a cost comes back than was borne');
  const weights = borne.map(({ owner: key, amount: weight }) => ({ key, weight }));
  const due = new Map(allocate(before + amount, weights).map((part) => [part.key, part.amount]));
  const lacking = borne.map(({ owner: key, refunded }) => {
    const lack = (due.get(key) ?? 0n) - refunded;
    return { key, weight: lack > 0n ? lack : 0n };
  });
  return allocate(amount, lacking)
    .filter((part) => part.amount > 0n)
    .map((part) => ({ owner: part.key, amount: part.amount }));
}
