import type { CalendarDay } from '../calendar/calendar-day';
import { invariant } from '../shared/invariant';
import type { Condition } from './condition';
import type { Band, CalendarLine, Flow, Goal, NoticeDuty, Tag } from './duties';
import type { Decider, Force, Unit } from './pack-words';
import type { Quantity } from './quantity';
import type { Subject } from './subjects';

/**
 * The colours of money a pack may speak of: income of photovoltaic stations, and income of other assets.
 */
export const POOLS = ['pv', 'other'] as const;
export type PoolId = (typeof POOLS)[number];

/** One sentence of the document, word for word, and where it stands (`at`, for example the item number). */
export interface Clause {
  readonly key: string;
  readonly at: string;
  readonly text: string;
}

/**
 * How well the text is known: the document itself; a report about it, quoted word for word; or neither seen,
 * its clauses being paraphrases.
 */
export const SOURCE_KINDS = ['full_text', 'news_summary', 'second_hand'] as const;

/** The document a pack carries out; one that was seen has at least one of its two days. */
export interface PackSource {
  readonly title: string;
  readonly documentNumber: string | undefined;
  readonly issuer: string;
  readonly issuedOn: CalendarDay | undefined;
  readonly publishedOn: CalendarDay | undefined;
  readonly kind: (typeof SOURCE_KINDS)[number];
  /** SHA-256 in hex of the text the clauses were held against; none where no text was seen. */
  readonly textSha256: string | undefined;
  /** Numbers of other documents this one sends the reader to; their content is not in it. */
  readonly refersTo: readonly string[];
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
  /** Key of its clause; empty only where no document is in force. */
  readonly cite: string;
  readonly phrase: string | undefined;
}

/**
 * How much goes to a use. `village`: what the village decides; `agreement`: the dues of agreements, as far as
 * the money reaches; `rest`: what the others leave; or an amount the document fixes, often a share of a base.
 */
export type Take =
  | { readonly kind: 'village' | 'agreement' | 'rest' }
  | { readonly kind: 'amount'; readonly amount: Quantity };

/**
 * A use of the money. `mark` numbers the uses the document names, from 1, as print shows them: ①②③④.
 * `order`: uses of a lower number are served first, those of the same number together. `gate`: the rules for
 * a `gate` that have to let the use be open at all; a closed one gets nothing.
 */
export interface Bucket extends Item {
  readonly mark: number | undefined;
  readonly take: Take;
  readonly order: number;
  readonly gate: string | undefined;
}

/** Of what amount a share over a year is a share: what was carried into the year is in none of them. */
export const YEAR_DENOMINATORS = [
  'everything_received',
  'after_deductions',
  'after_named_deductions',
  'collective_income',
  'new_income',
] as const;

/**
 * Of what amount a share of money is a share; every percentage names one, and print shows it.
 * `distributable`: carried over, plus received, less every cost: what one plan gives away. Shares that give
 * all of it away leave nothing to be carried over, so that no fen of it is shared out twice.
 */
export const DENOMINATORS = ['distributable', ...YEAR_DENOMINATORS] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/**
 * The least, the most, or exactly what some uses (or some costs) may come to together, as an amount or as a
 * share of a base. Over a `year` an early period below the floor only shows where the year stands.
 */
export interface Limit {
  readonly id: string;
  /** Ids of buckets, or of deductions. */
  readonly on: readonly string[];
  readonly atLeast: Quantity | undefined;
  readonly atMost: Quantity | undefined;
  readonly over: 'period' | 'year';
  readonly force: Force;
  readonly cite: string;
  readonly says: string;
}

/** What the document says about one colour of money. */
export interface PoolRules {
  /** `all`: every pool that has no part of its own. */
  readonly id: PoolId | 'all';
  /** The income this part speaks of, in the document's words. */
  readonly income: { readonly phrase: string; readonly cite: string };
  /** Of what amount the uses are shares: what is left after the deductions, or everything received. */
  readonly base: { readonly of: Denominator; readonly cite: string };
  readonly deductions: readonly Item[];
  readonly buckets: readonly Bucket[];
  readonly limits: readonly Limit[];
  /** Which group of the word lists is served first when a use is short. */
  readonly servedFirst: { readonly list: string; readonly cite: string } | undefined;
  /** Where goes what no use takes. */
  readonly left: { readonly to: 'carry_over'; readonly decidedBy: Decider } | undefined;
}

/**
 * A number the document gives, as a plain decimal in `unit` (or a day). Several of one id follow each other
 * in time; without days of its own one holds as long as the pack.
 */
export interface PackValue {
  readonly id: string;
  readonly value: string;
  readonly unit: Unit;
  readonly from: CalendarDay | undefined;
  readonly to: CalendarDay | undefined;
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

/**
 * The document's own words for groups of people, kinds of assets, papers and the like, each under the code
 * the program uses. A word with a `name` instead of a phrase is needed to judge but does not stand in the
 * clause.
 */
export interface WordList {
  readonly id: string;
  readonly of: readonly Word[];
  readonly cite: string;
}

export interface Word {
  readonly id: string;
  readonly name: string;
  readonly phrase: string | undefined;
  /** The clause it stands in: its own, else that of its list. */
  readonly cite: string;
}

/**
 * How a figure that a rule speaks of is made: what is new against the year before, leaving out some kinds of
 * income; never below zero.
 */
export interface Measure {
  readonly id: 'new_income';
  readonly excluding: readonly string[];
  readonly cite: string;
  readonly says: string;
}

/** A matter the document leaves open, and who settles it. */
export interface OpenMatter {
  readonly id: string;
  readonly decidedBy: Decider;
  readonly cite: string;
  readonly says: string;
}

/** Where the lines of `when` hold, those of `need` stand in place of the rule's own. */
export interface Exception {
  readonly when: readonly Condition[];
  readonly need: readonly Condition[];
}

/**
 * A rule judged over plain facts: where every `when` holds, every `need` has to, unless one of the exceptions
 * holds; no two of them can at once. `says` is the rule in one sentence.
 */
export interface Rule {
  readonly id: string;
  readonly subject: Subject;
  readonly when: readonly Condition[];
  readonly need: readonly Condition[];
  readonly except: readonly Exception[];
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
  readonly measures: readonly Measure[];
  readonly open: readonly OpenMatter[];
  readonly rules: readonly Rule[];
  readonly tags: readonly Tag[];
  readonly flows: readonly Flow[];
  readonly notices: readonly NoticeDuty[];
  readonly goals: readonly Goal[];
  readonly bands: readonly Band[];
  readonly calendar: readonly CalendarLine[];
  readonly rounding: { readonly oddFen: 'largest_remainder'; readonly decidedBy: Decider };
  /** Digests of the same document as it stood in an earlier form of this file: the rules were the same. */
  readonly earlierForms: readonly string[];
}

/**
 * Numbers the county or the village fills in where a pack leaves them open: plain decimals by the id of the
 * need.
 */
export type LocalNumbers = Readonly<Record<string, string>>;

/** What a pack says about a pool: its own part, else the one for all pools. */
export function poolRulesOf(pack: PolicyPack, pool: PoolId): PoolRules | undefined {
  return pack.pools.find(({ id }) => id === pool) ?? pack.pools.find(({ id }) => id === 'all');
}

/**
 * The uses a pack knows for a pool, in the order of the document; none when it does not speak of the pool.
 */
export function bucketsOf(pack: PolicyPack, pool: PoolId): readonly Bucket[] {
  return poolRulesOf(pack, pool)?.buckets ?? [];
}

/** Whom a document means to help, in its own words; nobody where it has no such list. */
export function targetGroupsOf(pack: PolicyPack): readonly Word[] {
  return pack.lists.find(({ id }) => id === 'target')?.of ?? [];
}

/** The costs a pack lets be taken off a pool first; none when it does not speak of the pool. */
export function deductionKindsOf(pack: PolicyPack, pool: PoolId): readonly Item[] {
  return poolRulesOf(pack, pool)?.deductions ?? [];
}

/** The clause of a key that a bucket, a rule or a judgement of this pack cites. */
export function clauseOf(pack: PolicyPack, key: string): Clause {
  const clause = pack.clauses.find((candidate) => candidate.key === key);
  invariant(clause !== undefined, 'every citation of a pack that was read resolves');
  return clause;
}
