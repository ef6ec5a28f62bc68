import type { Fen } from '../money/fen';

/** More than these are not offered for one line of the bank. */
const MOST_OFFERED = 6;

/** Something to be paid, and to whom by name, as far as one is known. Fen; above zero. */
export interface ToBePaid {
  readonly amount: Fen;
  readonly payee?: string | undefined;
  /** To how many it is owed: the bank may pay each of them by himself. */
  readonly parts?: number;
}

/**
 * What stands to be paid that a payment of the bank could be, the very amount first, then what is owed to
 * whom the bank names, then the nearest. What is more than twice the payment, or less than half of it, is
 * something else: a charge of 15.00 is no instalment of 1,200.00, and whoever knows better books it by hand.
 * What is owed to whom the bank names may be paid in a part, and so, last of all, what several are
 * owed, where the payment is no less than half of what one of them would get.
 * @param paid what left the account; fen above zero
 */
export function costCandidates<Cost extends ToBePaid>(
  costs: readonly Cost[],
  paid: { readonly amount: Fen; readonly counterparty: string },
): (Cost & { readonly exact: boolean })[] {
  const isNamed = ({ payee = '' }: Cost): boolean => payee !== '' && payee === paid.counterparty;
  const rank = (cost: Cost): number => {
    if (cost.amount === paid.amount) return isNamed(cost) ? 0 : 1;
    return isNamed(cost) ? 2 : isNear(cost.amount, paid.amount) ? 3 : 4;
  };
  const mayBePart = (cost: Cost): boolean =>
    isNamed(cost) || cost.amount <= paid.amount * 2n * BigInt(cost.parts ?? 1);
  return costs
    .filter((cost) => isNear(cost.amount, paid.amount) || (mayBePart(cost) && cost.amount > paid.amount))
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        compare(distance(one.amount, paid.amount), distance(other.amount, paid.amount)),
    )
    .slice(0, MOST_OFFERED)
    .map((cost) => ({ ...cost, exact: cost.amount === paid.amount }));
}

function isNear(amount: Fen, paid: Fen): boolean {
  return amount > 0n && amount <= paid * 2n && paid <= amount * 2n;
}

function distance(one: Fen, other: Fen): Fen {
  return one > other ? one - other : other - one;
}

function compare(one: Fen, other: Fen): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
