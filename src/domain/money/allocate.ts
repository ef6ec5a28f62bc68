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

/** One participant's exact share as whole fen and what is cut off: `rest / total` of a fen. */
export interface Cut extends Share {
  readonly whole: Fen;
  readonly rest: bigint;
}

/** Every exact share cut to whole fen, and how many odd fen are left to hand out. */
export interface Cutting {
  readonly cuts: readonly Cut[];
  readonly total: bigint;
  /** Fewer than there are shares with something cut off. */
  readonly left: number;
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
  const { cuts, left } = cutShares(amount, shares);
  const odd = new Set(mostCut(cuts, left));
  const parts = cuts.map((cut) => {
    const oddFen = odd.has(cut);
    return { key: cut.key, amount: oddFen ? cut.whole + 1n : cut.whole, oddFen };
  });
  invariant(sumFen(parts.map((part) => part.amount)) === amount, 'the parts of a split add up to the whole');
  return parts;
}

/** Cuts every exact share of an amount to whole fen. Shares as for {@link allocate}. */
export function cutShares(amount: Fen, shares: readonly Share[]): Cutting {
  const total = weightOf(shares);
  invariant(amount >= 0n, 'an amount to split is not negative');
  invariant(total > 0n, 'a split has a weight above zero');
  let given = 0n;
  const cuts = shares.map(({ key, weight }) => {
    invariant(weight >= 0n, 'no weight of a split is negative');
    const exact = amount * weight;
    const whole = exact / total;
    given += whole;
    return { key, weight, whole, rest: exact - whole * total };
  });
  invariant(
    new Set(shares.map((share) => share.key)).size === shares.length,
    'keys of a split are all different',
  );
  return { cuts, total, left: Number(amount - given) };
}

/** The sum of all weights. */
export function weightOf(shares: readonly Share[]): bigint {
  return shares.reduce((sum, share) => sum + share.weight, 0n);
}

/** Whether the odd fen goes to `a` before it goes to `b`: who is cut more, then the smaller key. */
function isBefore(a: Cut, b: Cut): boolean {
  return a.rest === b.rest ? a.key < b.key : a.rest > b.rest;
}

/**
 * The `count` participants cut most, in no order: Hoare's selection, because sorting a thousand people to
 * find the few hundred at the front costs more than the split itself.
 */
function mostCut(cuts: readonly Cut[], count: number): Cut[] {
  const line = [...cuts];
  let from = 0;
  let to = line.length - 1;
  while (from < to) {
    const { left, right } = part(line, from, to);
    if (count - 1 <= right) to = right;
    else if (count - 1 >= left) from = left;
    else break;
  }
  return line.slice(0, count);
}

/** Brings everybody before the middle one of a stretch to its left, everybody behind it to its right. */
function part(line: Cut[], from: number, to: number): { left: number; right: number } {
  const middle = at(line, (from + to) >> 1);
  let [left, right] = [from, to];
  while (left <= right) {
    while (isBefore(at(line, left), middle)) left += 1;
    while (isBefore(middle, at(line, right))) right -= 1;
    if (left <= right) {
      const [first, last] = [at(line, left), at(line, right)];
      line[left] = last;
      line[right] = first;
      left += 1;
      right -= 1;
    }
  }
  return { left, right };
}

function at(line: readonly Cut[], place: number): Cut {
  const cut = line[place];
  invariant(cut !== undefined, 'a place in a line of shares is one of the line');
  return cut;
}

/**
 * What each gets so that everyone has his part of a running total: that part less what he has got `before`.
 * The one way in which a total that grows is split again and again: nobody is ever a whole fen from the exact
 * lifetime share. Where everyone with a weight gets at least one exact fen ({@link isWorthSplitting}) and
 * nothing was taken back, no part is negative. Source: product decision "Splitting".
 * @param given by key; nobody who has no share has got anything
 */
export function allocateDifference(
  total: Fen,
  given: ReadonlyMap<string, Fen>,
  shares: readonly Share[],
): (Part & { readonly before: Fen })[] {
  const parts = allocate(total, shares).map((part) => {
    const before = given.get(part.key) ?? 0n;
    return { ...part, amount: part.amount - before, before };
  });
  invariant(
    sumFen(parts.map((part) => part.amount)) === total - sumFen([...given.values()]),
    'what is given now and before adds up to the running total',
  );
  return parts;
}

/**
 * Whether everyone with a weight gets an exact share of at least one fen of this payout; a smaller one
 * waits for the next.
 */
export function isWorthSplitting(instalment: Fen, shares: readonly Share[]): boolean {
  const total = weightOf(shares);
  return shares.every((share) => share.weight === 0n || instalment * share.weight >= total);
}
