import type { CalendarDay } from '../calendar/calendar-day';
import { invariant } from '../shared/invariant';
import type { Condition } from './condition';
import type { Subject } from './subjects';

/**
 * The colours of money a pack may speak of: income of photovoltaic stations, and income of other assets.
 */
export const POOLS = ['pv', 'other'] as const;
export type PoolId = (typeof POOLS)[number];

/**
 * How hard a rule presses: `block` stops the step, `warn` lets it go on with a written reason that the
 * notice prints, `target` is shown and never stops anything.
 */
export const FORCES = ['block', 'warn', 'target'] as const;
export type Force = (typeof FORCES)[number];

/** Who settles what the document leaves open. */
export const DECIDERS = ['county', 'village'] as const;
export type Decider = (typeof DECIDERS)[number];

/** One sentence of the document, word for word, and where it stands (`at`, for example the item number). */
export interface Clause {
  readonly key: string;
  readonly at: string;
  readonly text: string;
}

/** The document a pack carries out. `second_hand`: its text was not seen, its clauses are paraphrases. */
export interface PackSource {
  readonly title: string;
  readonly documentNumber: string | undefined;
  readonly issuer: string;
  readonly issuedOn: CalendarDay;
  readonly kind: 'full_text' | 'second_hand';
}

/**
 * First and last day of force, both included; no last day when the document names none. `basis` says how it
 * was fixed.
 */
export interface PackValidity {
  readonly from: CalendarDay;
  readonly to: CalendarDay | undefined;
  /** From the day after this one somebody has to confirm that the document still holds. */
  readonly confirmAfter: CalendarDay | undefined;
  readonly basis: string;
}

/**
 * A cost taken off before anything is distributed, or a use the rest is put to.
 * One the document names carries the words that name it (`phrase`, a part of its clause); one without is
 * the village's own.
 */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly cite: string;
  readonly phrase: string | undefined;
}

/** A use of the money. `mark` numbers the uses the document names, from 1, as print shows them: ①②③④. */
export interface Bucket extends Item {
  readonly mark: number | undefined;
}

/** What the document says about one colour of money. */
export interface PoolRules {
  readonly id: PoolId;
  /** The income this part speaks of, in the document's words. */
  readonly income: { readonly phrase: string; readonly cite: string };
  /** Of what amount the uses are shares: what is left after the deductions, or everything received. */
  readonly base: { readonly of: 'after_deductions' | 'everything_received'; readonly cite: string };
  readonly deductions: readonly Item[];
  readonly buckets: readonly Bucket[];
}

/** A number the document gives, as a plain decimal in `unit`. */
export interface PackValue {
  readonly id: string;
  readonly value: string;
  readonly unit: Unit;
  readonly cite: string;
}

/**
 * A number the document needs and does not give. Until somebody fills it, rules that use it stay undecided.
 */
export interface Need {
  readonly id: string;
  readonly unit: Unit;
  readonly decidedBy: Decider;
  readonly cite: string;
  readonly says: string;
}

export const UNITS = ['share', 'yuan', 'days', 'count'] as const;
export type Unit = (typeof UNITS)[number];

/** The document's own words for a group, each under the code the program uses. */
export interface WordList {
  readonly id: string;
  readonly of: readonly { readonly id: string; readonly phrase: string }[];
  readonly cite: string;
}

/** A matter the document leaves open, and who settles it. */
export interface OpenMatter {
  readonly id: string;
  readonly decidedBy: Decider;
  readonly cite: string;
  readonly says: string;
}

/**
 * A rule judged over plain facts: where every `when` holds, every `need` has to. `says` is the rule in one
 * sentence.
 */
export interface Rule {
  readonly id: string;
  readonly subject: Subject;
  readonly when: readonly Condition[];
  readonly need: readonly Condition[];
  readonly force: Force;
  readonly cite: string;
  readonly says: string;
}

/** One document × one region × one period, read and checked: every citation in it resolves. */
export interface PolicyPack {
  /** Region and first day, `341200/2023-09-21`: also where the file lies. */
  readonly id: string;
  readonly region: { readonly code: string; readonly name: string };
  readonly valid: PackValidity;
  readonly source: PackSource;
  readonly clauses: readonly Clause[];
  readonly pools: readonly PoolRules[];
  readonly values: readonly PackValue[];
  readonly needs: readonly Need[];
  readonly lists: readonly WordList[];
  readonly open: readonly OpenMatter[];
  readonly rules: readonly Rule[];
  readonly rounding: { readonly oddFen: 'largest_remainder'; readonly decidedBy: Decider };
}

/**
 * Numbers the county or the village fills in where a pack leaves them open: plain decimals by the id of the
 * need.
 */
export type LocalNumbers = Readonly<Record<string, string>>;

/**
 * The uses a pack knows for a pool, in the order of the document; none when it does not speak of the pool.
 */
export function bucketsOf(pack: PolicyPack, pool: PoolId): readonly Bucket[] {
  return pack.pools.find((rules) => rules.id === pool)?.buckets ?? [];
}

/** The costs a pack lets be taken off a pool first; none when it does not speak of the pool. */
export function deductionKindsOf(pack: PolicyPack, pool: PoolId): readonly Item[] {
  return pack.pools.find((rules) => rules.id === pool)?.deductions ?? [];
}

/** The clause of a key that a bucket, a rule or a judgement of this pack cites. */
export function clauseOf(pack: PolicyPack, key: string): Clause {
  const clause = pack.clauses.find((candidate) => candidate.key === key);
  invariant(clause !== undefined, 'every citation of a pack that was read resolves');
  return clause;
}
