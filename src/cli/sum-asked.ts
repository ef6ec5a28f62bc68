import type { SplitUse } from '../domain/distribution/split-use';
import type { Share } from '../domain/money/allocate';

/** What happens to money that is split again and again; amounts as typed. */
export type PayoutAct =
  | { readonly verb: 'pay'; readonly id: string; readonly amount: string }
  | { readonly verb: 'take_back'; readonly id: string }
  | { readonly verb: 'shares'; readonly shares: readonly Share[] };

/** A claim on a use; amount as typed. */
export interface ClaimAsked {
  readonly key: string;
  readonly amount: string;
  readonly first: boolean;
}

/** A use of a split; amounts as typed: `12,000.00`, `10% of new_income`, `rest`. Undefined is undecided. */
export interface UseAsked {
  readonly id: string;
  readonly order: number;
  readonly take: string | undefined;
  readonly atLeast: string | undefined;
  readonly atMost: string | undefined;
  readonly gate: SplitUse['gate'];
  readonly dues: readonly ClaimAsked[];
  readonly claims: readonly ClaimAsked[];
}

/** A surplus to be split: what came in, what was taken off first, further wholes that a share may be of. */
export interface SplitAsked {
  readonly about: 'split';
  readonly of: string;
  readonly received: string;
  readonly deducted: readonly string[];
  readonly wholes: readonly { readonly of: string; readonly amount: string }[];
  readonly uses: readonly UseAsked[];
}

/** A sum that can be checked without any books: everything it needs stands in the case itself. */
export type SumAsked = PayoutsAsked | SplitAsked;

export interface PayoutsAsked {
  readonly about: 'payouts';
  /** What the sum is about, in a word. */
  readonly of: string;
  readonly acts: readonly PayoutAct[];
}
