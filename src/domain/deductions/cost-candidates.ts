import type { Fen } from '../money/fen';

/** More contracts than this are not offered for one line of the bank. */
const MOST_OFFERED = 6;

/**
 * What contracts ask for that a payment of the bank could be, the very amount first, then the nearest. What
 * asks for more than twice the payment, or for less than half of it, is something else: a charge of 15.00 is
 * no instalment of 1,200.00, and whoever knows better books it by hand.
 * @param paid what left the account; fen above zero
 */
export function costCandidates<Cost extends { readonly amount: Fen }>(
  costs: readonly Cost[],
  paid: Fen,
): (Cost & { readonly exact: boolean })[] {
  return costs
    .filter(({ amount }) => amount <= paid * 2n && paid <= amount * 2n)
    .sort((one, other) => compare(distance(one.amount, paid), distance(other.amount, paid)))
    .slice(0, MOST_OFFERED)
    .map((cost) => ({ ...cost, exact: cost.amount === paid }));
}

function distance(one: Fen, other: Fen): Fen {
  return one > other ? one - other : other - one;
}

function compare(one: Fen, other: Fen): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
