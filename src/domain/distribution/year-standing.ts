import { type Fen, sumFen } from '../money/fen';
import type { Reason } from '../money/odd-fen';
import { percentText } from '../money/printed-share';
import { compareRatios, type Ratio, ratio, shareText } from '../money/ratio';
import { invariant } from '../shared/invariant';
import { roundedDown, roundedUp } from './stated-amount';

/**
 * What a share over a year is a share of; it belongs to the rule and is printed with every figure.
 * `after_named_deductions`: received less the costs the rule names; the last two are entered as a sum.
 */
export type YearWhole =
  | { readonly of: 'everything_received' }
  | { readonly of: 'after_deductions' }
  | { readonly of: 'after_named_deductions'; readonly costs: readonly string[] }
  | { readonly of: 'collective_income' }
  | { readonly of: 'new_income' };

/** A floor or a cap that is judged on the year: some uses together, as a share of a whole. */
export interface YearRule {
  readonly id: string;
  readonly side: 'at_least' | 'at_most';
  /** Ids, and names as print calls them. */
  readonly uses: readonly { readonly id: string; readonly name: string }[];
  /** Undefined while the number that `shareNumber` names has not been entered. */
  readonly share: Ratio | undefined;
  readonly shareNumber: string;
  readonly whole: YearWhole;
  /** Key of the clause that asks for it. */
  readonly cite?: string | undefined;
}

/** What one period of the year received, took off and used, in fen; undefined is not known. */
export interface YearPeriod {
  readonly received: Fen;
  readonly costs: Readonly<Record<string, Fen | undefined>>;
  readonly used: Readonly<Record<string, Fen>>;
}

export interface Year {
  readonly year: string;
  /** Whether the year is over and everything of it is in the periods. */
  readonly isOver: boolean;
  readonly periods: readonly YearPeriod[];
  /** Sums that do not come out of the periods; undefined while nobody has entered them. */
  readonly entered: Readonly<Partial<Record<'collective_income' | 'new_income', Fen | undefined>>>;
}

/** One sum a whole is made of: taken off where it is negative. */
export interface Term {
  readonly id: string;
  readonly amount: Fen;
}

/**
 * Where a year stands. While it runs, `within` the bound, or still `outside` a floor, says only that; `kept`
 * is a judgement and comes with its end, `broken` too, but for a cap: what is above it is above it at once.
 * `nothing`: a share of nothing neither reaches nor misses a bound.
 */
export interface YearStanding {
  readonly rule: YearRule;
  readonly year: string;
  readonly outcome: 'within' | 'outside' | 'kept' | 'broken' | 'nothing' | 'undecided';
  readonly covered: readonly Term[];
  readonly coveredSum: Fen;
  readonly whole: readonly Term[];
  readonly wholeSum: Fen;
  /** The least a floor asks for, rounded up, or the most a cap allows, rounded down. */
  readonly bound: Fen | undefined;
  /** What a floor still lacks, or a cap is exceeded by, with the whole as it is now; zero where neither. */
  readonly short: Fen;
  readonly missing: readonly string[];
}

/**
 * Holds a year against a floor or a cap, exactly. An early batch below a floor breaks nothing: the year is
 * judged when it is over. Source: product decision "Floors over a year".
 */
export function standingOf(rule: YearRule, { year, isOver, periods, entered }: Year): YearStanding {
  const covered = rule.uses.map(({ id }) => ({
    id,
    amount: sumFen(periods.map(({ used }) => used[id] ?? 0n)),
  }));
  const { terms, missing: unknown } = wholeTerms(rule.whole, periods, entered);
  const [coveredSum, wholeSum] = [sumOf(covered), sumOf(terms)];
  const missing = [...(rule.share === undefined ? [rule.shareNumber] : []), ...unknown];
  const seen = { rule, year, covered, coveredSum, whole: terms, wholeSum, missing };
  const nothing = { ...seen, bound: undefined, short: 0n };
  if (rule.share === undefined || missing.length > 0) return { ...nothing, outcome: 'undecided' };
  if (wholeSum <= 0n) return { ...nothing, outcome: 'nothing' };
  const { numerator, denominator } = rule.share;
  const exact = ratio(wholeSum * numerator, denominator);
  const isFloor = rule.side === 'at_least';
  const bound = isFloor ? roundedUp(exact) : roundedDown(exact);
  const comparison = compareRatios(ratio(coveredSum, 1n), exact);
  const holds = isFloor ? comparison >= 0 : comparison <= 0;
  const short = holds ? 0n : isFloor ? bound - coveredSum : coveredSum - bound;
  invariant(holds === (short === 0n), 'a bound in whole fen says what the exact bound says');
  const outcome = holds ? (isOver ? 'kept' : 'within') : isOver || !isFloor ? 'broken' : 'outside';
  return { ...seen, outcome, bound, short };
}

/** The standing in a sentence: a code `split.year…` and what fills it, the share so far cut to 0.01 %. */
export function yearReason(standing: YearStanding): Reason {
  const { rule, outcome, coveredSum, wholeSum, short, bound, missing } = standing;
  const facts = {
    year: standing.year,
    uses: rule.uses.map((use) => use.name),
    whole: rule.whole.of,
    covered: coveredSum,
    amount: wholeSum,
    ...(outcome === 'undecided' ? { missing } : {}),
  };
  const isFloor = rule.side === 'at_least';
  const code = (isFloor ? FLOOR_CODES : CAP_CODES)[outcome];
  if (rule.share === undefined || bound === undefined) return { code, facts };
  const figures = {
    ...facts,
    asked: shareText(rule.share),
    // Cut to the side that never makes a missed bound look met.
    share: percentText((isFloor ? roundedDown : roundedUp)(ratio(coveredSum * 10_000n, wholeSum))),
    bound,
    short,
  };
  return { code, facts: figures };
}

const FLOOR_CODES: Readonly<Record<YearStanding['outcome'], string>> = {
  within: 'split.yearFloorReached',
  outside: 'split.yearFloorAhead',
  kept: 'split.yearFloorKept',
  broken: 'split.yearFloorBroken',
  nothing: 'split.yearNothing',
  undecided: 'split.yearUndecided',
};
const CAP_CODES: typeof FLOOR_CODES = {
  ...FLOOR_CODES,
  within: 'split.yearCapWithin',
  kept: 'split.yearCapKept',
  broken: 'split.yearCapBroken',
};

function wholeTerms(
  whole: YearWhole,
  periods: readonly YearPeriod[],
  entered: Year['entered'],
): { terms: Term[]; missing: string[] } {
  const received = { id: 'received', amount: sumFen(periods.map((period) => period.received)) };
  switch (whole.of) {
    case 'everything_received':
      return { terms: [received], missing: [] };
    case 'after_deductions':
      return lessCosts(received, periods, kindsOf(periods));
    case 'after_named_deductions':
      return lessCosts(received, periods, whole.costs);
    case 'collective_income':
    case 'new_income': {
      const amount = entered[whole.of];
      if (amount === undefined) return { terms: [], missing: [whole.of] };
      return { terms: [{ id: whole.of, amount }], missing: [] };
    }
  }
}

/** What was received less some kinds of cost, a term each; a cost nobody knows yet is missing. */
function lessCosts(
  received: Term,
  periods: readonly YearPeriod[],
  kinds: readonly string[],
): { terms: Term[]; missing: string[] } {
  const costs = kinds.map((id) => {
    const amounts = periods.map((period) => (Object.hasOwn(period.costs, id) ? period.costs[id] : 0n));
    return {
      id,
      amount: -sumFen(amounts.map((amount) => amount ?? 0n)),
      isKnown: !amounts.includes(undefined),
    };
  });
  return {
    terms: [received, ...costs.map(({ id, amount }) => ({ id, amount }))],
    missing: costs.filter((cost) => !cost.isKnown).map((cost) => cost.id),
  };
}

function kindsOf(periods: readonly YearPeriod[]): string[] {
  return [...new Set(periods.flatMap(({ costs }) => Object.keys(costs)))].sort();
}

function sumOf(terms: readonly Term[]): Fen {
  return sumFen(terms.map((term) => term.amount));
}
