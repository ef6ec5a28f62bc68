import { allocate } from '../money/allocate';
import { type Fen, sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { CostPart } from './kept-cost';

/** What one owner bore of a cost, and what of it has come back to him; fen. */
export interface BorneOfCost extends CostPart {
  readonly refunded: Fen;
}

/**
 * Splits what comes back of a keeper's cost among those who bore it, each by what he bore, so that after each
 * time everybody has his exact part of all that came back, rounded up or down: whoever lacks whole fen gets
 * them, and what is left goes fen by fen to whom his next one falls due first. Splitting each total anew
 * would take fen back that were paid, and nobody gives any back. Of a cost that comes back whole everybody
 * has all that he bore. Source: product decisions "Splitting", "Joint stations"; earliest deadline first, as
 * for the chairman assignment problem (Tijdeman 1980).
 * @param amount above zero, no more than was borne and has not come back
 * @returns the owners who get something
 */
export function refundParts(amount: Fen, borne: readonly BorneOfCost[]): CostPart[] {
  const total = sumFen(borne.map(({ refunded }) => refunded)) + amount;
  const whole = sumFen(borne.map((part) => part.amount));
  invariant(amount > 0n && total <= whole, 'no more of a cost comes back than was borne');
  const lacking = borne.map((part) => ({ ...part, lack: wholeFenLacking(part, { total, whole }) }));
  const lacked = sumFen(lacking.map(({ lack }) => lack));
  if (lacked > amount) return splitByLack(amount, lacking);
  const odd = lacking
    .filter((part) => part.amount * total > (part.refunded + part.lack) * whole)
    .sort(byNextFen)
    .slice(0, Number(amount - lacked));
  return lacking
    .map((part) => ({ owner: part.owner, amount: part.lack + (odd.includes(part) ? 1n : 0n) }))
    .filter((part) => part.amount > 0n);
}

interface LackingOwner extends BorneOfCost {
  readonly lack: Fen;
}

function wholeFenLacking(
  { amount, refunded }: BorneOfCost,
  { total, whole }: { readonly total: Fen; readonly whole: Fen },
): Fen {
  const least = (amount * total) / whole;
  return least > refunded ? least - refunded : 0n;
}

/** Who is due his next fen at the smaller total comes first. */
function byNextFen(one: LackingOwner, other: LackingOwner): number {
  const [first, second] = [one, other].map(({ refunded, lack }) => refunded + lack + 1n);
  const difference = (first ?? 0n) * other.amount - (second ?? 0n) * one.amount;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Where more is lacking than comes, as after what was split before it was split so. */
function splitByLack(amount: Fen, lacking: readonly LackingOwner[]): CostPart[] {
  const weights = lacking.map(({ owner: key, lack: weight }) => ({ key, weight }));
  return allocate(amount, weights)
    .filter((part) => part.amount > 0n)
    .map((part) => ({ owner: part.key, amount: part.amount }));
}
