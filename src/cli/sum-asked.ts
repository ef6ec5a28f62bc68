import type { CalendarDay } from '../domain/calendar/calendar-day';
import type { SplitUse } from '../domain/distribution/split-use';
import type { YearWhole } from '../domain/distribution/year-standing';
import type { Share } from '../domain/money/allocate';
import type { PoolId } from '../domain/policy/pack';

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
  /** Under a pack: the group of its word lists. */
  readonly group: string;
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
  readonly wholes: readonly NamedAmount[];
  /** The pack whose uses these are: it gives their order, gates and bounds. */
  readonly under:
    | {
        readonly pack: string;
        readonly pool: PoolId;
        readonly on: CalendarDay;
        readonly local: readonly NamedAmount[];
        readonly flows: readonly { readonly of: string; readonly says: string }[];
      }
    | undefined;
  readonly uses: readonly UseAsked[];
}

/** A floor or a cap over a year: the periods so far as typed; an empty cost is not known. */
export interface YearAsked {
  readonly about: 'year';
  readonly of: string;
  readonly year: string;
  readonly isOver: boolean;
  readonly rule: {
    readonly atLeast: string | undefined;
    readonly atMost: string | undefined;
    readonly uses: readonly string[];
    readonly whole: YearWhole['of'];
    readonly costs: readonly string[];
  };
  readonly periods: readonly {
    readonly received: string;
    readonly costs: readonly NamedAmount[];
    readonly used: readonly NamedAmount[];
  }[];
  readonly wholes: readonly NamedAmount[];
}

/** An amount as typed under a name; undefined where it is not known. */
export interface NamedAmount {
  readonly of: string;
  readonly amount: string | undefined;
}

/** A sum that can be checked without any books: everything it needs stands in the case itself. */
export type SumAsked = PayoutsAsked | SplitAsked | YearAsked;

export interface PayoutsAsked {
  readonly about: 'payouts';
  /** What the sum is about, in a word. */
  readonly of: string;
  readonly acts: readonly PayoutAct[];
}
