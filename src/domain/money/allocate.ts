import { invariant } from '../shared/invariant';
import { type Fen, sumFen } from './fen';

/**
 * Who takes part in a split. `key` is stable (never a place in a list) and settles ties; `weight` is zero
 * or more.
 */
export interface Share {
  readonly key: string;
  readonly weight: bigint;
}

/** What one participant gets, and whether an odd fen is in it ("why you got it"). */
export interface Part {
  readonly key: string;
  readonly amount: Fen;
  readonly oddFen: boolean;
}

/**
 * Splits an amount by weights so that the parts add up to it exactly: everyone gets the whole fen of the
 * exact share, the fen left over go one each to those cut most, ties to the smaller key (largest
 * remainder).
 * @param amount zero or more, in fen (or any whole unit, such as kWh)
 * @param shares at least one with a weight above zero; keys all different
 * @returns one part per share, in the order given
 */
export function allocate(amount: Fen, shares: readonly Share[]): Part[] {
  const total = shares.reduce((sum, share) => sum + share.weight, 0n);
  invariant(amount >= 0n, 'an amount to split is not negative');
  invariant(total > 0n, 'a split has a weight above zero');
  invariant(
    shares.every((share) => share.weight >= 0n),
    'no weight of a split is negative',
  );
  invariant(
    new Set(shares.map((share) => share.key)).size === shares.length,
    'keys of a split are all different',
  );

  const cut = shares.map((share) => ({
    key: share.key,
    amount: (amount * share.weight) / total,
    remainder: (amount * share.weight) % total,
  }));
  const left = amount - sumFen(cut.map((part) => part.amount));
  const byCut = [...cut].sort((a, b) =>
    a.remainder === b.remainder ? (a.key < b.key ? -1 : 1) : a.remainder > b.remainder ? -1 : 1,
  );
  const odd = new Set(byCut.filter((_, place) => BigInt(place) < left).map((part) => part.key));

  const parts = cut.map(({ key, amount: whole }) =>
    odd.has(key) ? { key, amount: whole + 1n, oddFen: true } : { key, amount: whole, oddFen: false },
  );
  invariant(sumFen(parts.map((part) => part.amount)) === amount, 'the parts of a split add up to the whole');
  return parts;
}

/**
 * The next instalment where the same weights are paid again and again: splits the running total and pays
 * the difference to what the total before it gave, so that nobody is ever a whole fen from the exact
 * lifetime share. Source: product decision "Splitting"; the payout must give everyone with a weight at
 * least one exact fen ({@link isWorthSplitting}), then no instalment is negative.
 * @param before the window's total of earlier instalments
 * @param instalment what is split now
 */
export function allocateInstalment(before: Fen, instalment: Fen, shares: readonly Share[]): Part[] {
  const earlier = new Map(allocate(before, shares).map((part) => [part.key, part.amount]));
  const parts = allocate(before + instalment, shares).map(({ key, amount, oddFen }) => ({
    key,
    amount: amount - (earlier.get(key) ?? 0n),
    oddFen,
  }));
  invariant(
    sumFen(parts.map((part) => part.amount)) === instalment,
    'the parts of an instalment add up to it',
  );
  return parts;
}

/**
 * Whether everyone with a weight gets an exact share of at least one fen of this payout; a smaller one
 * waits for the next.
 */
export function isWorthSplitting(instalment: Fen, shares: readonly Share[]): boolean {
  const total = shares.reduce((sum, share) => sum + share.weight, 0n);
  return shares.every((share) => share.weight === 0n || instalment * share.weight >= total);
}
