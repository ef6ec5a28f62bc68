import type { Share } from '../domain/money/allocate';

/** What happens to money that is split again and again; amounts as typed. */
export type PayoutAct =
  | { readonly verb: 'pay'; readonly id: string; readonly amount: string }
  | { readonly verb: 'take_back'; readonly id: string }
  | { readonly verb: 'shares'; readonly shares: readonly Share[] };

/** A sum that can be checked without any books: everything it needs stands in the case itself. */
export interface SumAsked {
  readonly about: 'payouts';
  /** What the sum is about, in a word. */
  readonly of: string;
  readonly acts: readonly PayoutAct[];
}
