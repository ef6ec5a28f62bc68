import type { Fen } from './fen';
import { compareRatios, type Ratio, ratio } from './ratio';

/** What a share is held to; absent where nothing is. */
export interface ShareBounds {
  readonly atLeast?: Ratio | undefined;
  readonly atMost?: Ratio | undefined;
}

/**
 * What part of a whole some money is, in hundredths of a per cent as it is printed: half up, but cut down
 * below a floor that is missed, and up above a cap, so that it never reads as if it met the bound beside it.
 * Bounds are compared exactly first. Source: product decision "Money".
 * @param part zero or more
 * @returns undefined of nothing
 */
export function printedShare(part: Fen, whole: Fen, bounds: ShareBounds = {}): bigint | undefined {
  if (whole <= 0n) return undefined;
  const share = ratio(part, whole);
  const { atLeast, atMost } = bounds;
  const cut = (part * 10_000n) / whole;
  if (atLeast !== undefined && compareRatios(share, atLeast) < 0) return cut;
  if (atMost !== undefined && compareRatios(share, atMost) > 0)
    return cut * whole === part * 10_000n ? cut : cut + 1n;
  return (part * 20_000n + whole) / (whole * 2n);
}

/** Hundredths of a per cent as they are printed, `59.36%`. */
export function percentText(hundredths: bigint): string {
  return `${String(hundredths / 100n)}.${String(hundredths % 100n).padStart(2, '0')}%`;
}
