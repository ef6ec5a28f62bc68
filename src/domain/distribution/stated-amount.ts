import type { Fen } from '../money/fen';
import { type Ratio, ratio } from '../money/ratio';
import type { FigureSource } from '../policy/explanation';

/** What a share is a share of, by the name it is printed under; no amount while nobody has entered it. */
export interface Whole {
  readonly of: string;
  readonly amount: Fen | undefined;
  readonly source?: FigureSource | undefined;
}

/**
 * An amount as a rule or a decision states it: so much, a share of a whole that is always named, or not
 * known yet for want of the numbers in `missing`. `source`: who says the amount, or the share.
 */
export type Stated =
  | { readonly kind: 'fixed'; readonly amount: Fen; readonly source?: FigureSource | undefined }
  | {
      readonly kind: 'share';
      readonly share: Ratio;
      readonly whole: Whole;
      readonly source?: FigureSource | undefined;
    }
  | { readonly kind: 'missing'; readonly missing: readonly string[] };

/** The amount before any rounding, in fen; undefined while a number is missing. A share of a loss is zero. */
export function exactFen(stated: Stated): Ratio | undefined {
  if (stated.kind === 'fixed') return ratio(stated.amount, 1n);
  if (stated.kind === 'missing' || stated.whole.amount === undefined) return undefined;
  const { share, whole } = stated;
  const amount = whole.amount ?? 0n;
  return amount <= 0n ? ratio(0n, 1n) : ratio(amount * share.numerator, share.denominator);
}

/** The numbers still wanted before the amount is known; the rest and dues are known by what there is. */
export function missingOf(stated: Stated | { readonly kind: 'rest' | 'dues' }): readonly string[] {
  if (stated.kind === 'missing') return stated.missing;
  return stated.kind === 'share' && stated.whole.amount === undefined ? [stated.whole.of] : [];
}

/** The least whole fen a floor allows. */
export function roundedUp({ numerator, denominator }: Ratio): Fen {
  return -floorDivide(-numerator, denominator);
}

/** The most whole fen a cap allows. */
export function roundedDown({ numerator, denominator }: Ratio): Fen {
  return floorDivide(numerator, denominator);
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}
