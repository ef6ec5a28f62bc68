import { fractionText, ratio } from '../money/ratio';

/** What of a fen was left over where somebody's part did not come to whole fen, and whether it became one. */
export interface RoundedPart {
  /** `10/31` of a fen. */
  readonly cut: string;
  readonly up: boolean;
}

/** How `product ÷ divisor` fen was rounded, half up; undefined where it comes to whole fen. */
export function roundedPart(product: bigint, divisor: bigint): RoundedPart | undefined {
  const rest = product % divisor;
  return rest === 0n ? undefined : { cut: fractionText(ratio(rest, divisor)), up: rest * 2n >= divisor };
}
