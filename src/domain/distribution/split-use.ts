import type { Fen } from '../money/fen';
import type { Ratio } from '../money/ratio';
import type { Judgement } from '../policy/judge';
import type { PaidClaim, ShareClaim } from './short-claims';
import type { Stated } from './stated-amount';

/**
 * How much a use takes: an amount or a share as decided, what the others leave, or the dues of agreements as
 * far as the money reaches.
 */
export type Take =
  Stated | { readonly kind: 'rest' } | { readonly kind: 'dues'; readonly dues: readonly ShareClaim[] };

/** A use that money may go to. Uses of a lower `order` are served first, those of the same one together. */
export interface SplitUse {
  readonly id: string;
  /** As print and refusals call it. */
  readonly name: string;
  readonly order: number;
  readonly take: Take;
  readonly floor?: Stated | undefined;
  readonly cap?: Stated | undefined;
  /** What the rule says that lets the use be open at all; behind a closed gate a use gets nothing. */
  readonly gate?: Pick<Judgement, 'ruleId' | 'outcome' | 'missing'> | undefined;
  /** Who is to be paid from it, where that is known; dues bring their own. */
  readonly claims?: readonly ShareClaim[] | undefined;
  /** Keys of the clauses that name the use, its floor, its cap and its gate. */
  readonly cites?: Readonly<Partial<Record<'use' | 'floor' | 'cap' | 'gate', string>>> | undefined;
}

/** The bounds of a use, exact in fen, and the least and the most whole fen they allow. */
export interface Bounds {
  readonly floor: Ratio | undefined;
  readonly cap: Ratio | undefined;
  readonly least: Fen | undefined;
  readonly most: Fen | undefined;
}

/** What a use gets, and what of it goes to whom. */
export interface UsePart {
  readonly use: SplitUse;
  readonly amount: Fen;
  /** Where the amount is a share: what it was before rounding, in fen. */
  readonly exact: Ratio | undefined;
  readonly bounds: Bounds;
  readonly paid: readonly PaidClaim[];
}
