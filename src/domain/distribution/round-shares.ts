import { allocate } from '../money/allocate';
import type { Fen } from '../money/fen';
import { compareRatios, greatestDivisor, type Ratio, ratio, sumRatios } from '../money/ratio';
import { keepsBounds } from './split-bounds';
import type { Bounds } from './split-use';

/** A share still to be rounded: exact in fen, zero or more, with the bounds of its use. */
export interface ExactShare {
  readonly id: string;
  readonly exact: Ratio;
  readonly bounds: Bounds;
}

/** Stands behind every id in a tie: what nobody takes gives way to who does. */
const NOBODY = '\uffff';

/**
 * Rounds shares together to whole fen: largest remainder over the shares and, where they do not come to a
 * whole fen together, the part of the last fen that nobody takes. So 45 % and 55 % come to the whole. A
 * share that keeps its bounds exactly keeps them rounded, too: up to a floor, down to a cap.
 */
export function roundShares(shares: readonly ExactShare[]): Map<string, Fen> {
  const common = shares.reduce(
    (product, { exact }) => (product / greatestDivisor(product, exact.denominator)) * exact.denominator,
    1n,
  );
  const weights = shares.map(({ id, exact }) => ({
    key: id,
    weight: exact.numerator * (common / exact.denominator),
  }));
  const together = weights.reduce((sum, share) => sum + share.weight, 0n);
  const whole = (together + common - 1n) / common;
  const nobody = { key: NOBODY, weight: whole * common - together };
  const parts = whole === 0n ? [] : allocate(whole, [...weights, nobody]);
  const rounded = new Map(parts.map((part) => [part.key, part.amount]));
  return new Map(shares.map((share) => [share.id, withinBounds(rounded.get(share.id) ?? 0n, share)]));
}

/**
 * Whether shares that are all there is together leave a fen over, or give away one too much. Each may be met
 * by the fen on either side of it, but nothing is left of a whole that is all shared out: then each is held
 * to the fen that rounding gives it.
 * @param planned what was planned for them together
 */
export function missTheWhole(
  shares: readonly Pick<ExactShare, 'exact'>[],
  { whole, planned }: { readonly whole: Fen; readonly planned: Fen },
): boolean {
  const together = sumRatios(shares.map(({ exact }) => exact));
  return whole > 0n && planned !== whole && compareRatios(together, ratio(whole, 1n)) === 0;
}

function withinBounds(amount: Fen, { exact, bounds }: ExactShare): Fen {
  if (!keepsBounds(exact, bounds) || keepsBounds(ratio(amount, 1n), bounds)) return amount;
  return amount * exact.denominator < exact.numerator ? amount + 1n : amount - 1n;
}
