import { addDays, type CalendarDay, daysInclusive } from '../calendar/calendar-day';
import { type Fen, sumFen } from '../money/fen';
import { type Ratio, ratio, timesRatio } from '../money/ratio';
import type { Problem } from '../shared/problem';
import { wholeCap } from './contract-charge';
import type { DeductionKind } from './contract-term';
import { type ChargedDays, type CostContract, pricedDays } from './cost-contract';

/** A contract in the words of what it caps. */
export interface CappedContract extends CostContract {
  readonly name: string;
}

/** What a cost of a kind, for an asset, is held against in its calendar year; fen. */
export interface CapTogether {
  readonly year: number;
  /** The contracts that cap it, by name. */
  readonly contracts: readonly string[];
  readonly cap: Fen;
  /** What is charged for the capped days of the year already, by any contract or bill. */
  readonly charged: Fen;
  /** What part of the cost itself is for capped days. */
  readonly part: Ratio;
}

/** What a cost or a contract is about. */
export interface CostSubject {
  readonly kind: DeductionKind;
  readonly pool: string;
  readonly assetId: string | null;
}

/** Whether a cost and a contract speak of the same thing. Who names no asset speaks of all of the pool. */
export function concernSame(one: CostSubject, other: CostSubject): boolean {
  const asset = one.assetId === null || other.assetId === null || one.assetId === other.assetId;
  return one.kind === other.kind && one.pool === other.pool && asset;
}

/**
 * Whether two costs fill one cap. A contract over all of a pool and one over a station of it cap each its own
 * work; a bill is no work of a contract's own and counts wherever it concerns the same.
 */
export function fillOneCap(
  one: CostSubject & { readonly byContract: boolean },
  other: CostSubject & { readonly byContract: boolean },
): boolean {
  const ofOneContract = !one.byContract || !other.byContract || one.assetId === other.assetId;
  return ofOneContract && concernSame(one, other);
}

/**
 * The most that all contracts with a cap together let a year cost: on each day the highest of the caps that
 * hold on it, so that two contracts at a time do not double what a station's upkeep may cost, and two one
 * after another count each its days. Rounded down as every cap; undefined where none holds on any day.
 */
export function capTogether(contracts: readonly CappedContract[], year: number): Fen | undefined {
  const spans = cappedSpans(contracts, year);
  if (spans.length === 0) return undefined;
  const parts = spans.map(({ from, to, cap }) => cap * BigInt(daysInclusive(from, to)));
  const { from, to } = wholeYear(year);
  return sumFen(parts) / BigInt(daysInclusive(from, to));
}

/**
 * What of a cost is held against the caps of a year: the part of its days of that year on which one holds. A
 * contract that ended before another one is capped leaves that one's days as they are. Nothing where its days
 * are of another year.
 */
export function cappedPart(days: ChargedDays, contracts: readonly CappedContract[], year: number): Ratio {
  const own = within(wholeYear(year), days);
  if (own === undefined) return ratio(0n, 1n);
  const counted = cappedSpans(contracts, year).flatMap((span) => within(own, span) ?? []);
  const capped = counted.reduce((sum, { from, to }) => sum + daysInclusive(from, to), 0);
  return ratio(BigInt(capped), BigInt(daysInclusive(own.from, own.to)));
}

function wholeYear(year: number): ChargedDays {
  return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
}

/** The days of a year on which a cap holds, none of them twice, each span with the highest of its caps. */
function cappedSpans(contracts: readonly CappedContract[], year: number): (ChargedDays & { cap: Fen })[] {
  const whole = wholeYear(year);
  const capped = contracts.flatMap((contract) =>
    pricedDays(contract).flatMap(({ from, to, term }): (ChargedDays & { cap: Fen })[] => {
      const cap = wholeCap(term);
      const days = within(whole, { from, to: to ?? whole.to });
      return cap === undefined || days === undefined ? [] : [{ ...days, cap }];
    }),
  );
  const starts = new Set([...capped.map(({ from }) => from), ...capped.map(({ to }) => addDays(to, 1))]);
  const edges = [...starts].sort();
  return edges.slice(0, -1).flatMap((from, index) => {
    const to = addDays(edges[index + 1] ?? from, -1);
    const holding = capped.filter((each) => each.from <= from && to <= each.to).map(({ cap }) => cap);
    if (holding.length === 0) return [];
    return [{ from, to, cap: holding.reduce((most, cap) => (cap > most ? cap : most), 0n) }];
  });
}

/**
 * A cost that lifts a year above what all caps together allow needs a reason and a paper; the sheet prints
 * them. Codes `deductions.capTogether`, `deductions.notAboveCap`.
 */
export function capProblems(
  form: { readonly aboveCap?: string },
  amount: Fen | undefined,
  together: CapTogether | undefined,
): Problem[] {
  const isSaid = (form.aboveCap ?? '').trim() !== '';
  if (amount === undefined) return [];
  const excess =
    together === undefined ? 0n : together.charged + timesRatio(amount, together.part) - together.cap;
  if (together === undefined || excess <= 0n)
    return isSaid ? [{ code: 'deductions.notAboveCap', field: 'aboveCap' }] : [];
  if (isSaid) return [];
  const { year, cap, charged, contracts } = together;
  return [
    { code: 'deductions.capTogether', field: 'aboveCap', facts: { year, contracts, cap, charged, excess } },
  ];
}

function within(
  outer: ChargedDays,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): ChargedDays | undefined {
  const first = from > outer.from ? from : outer.from;
  const last = to < outer.to ? to : outer.to;
  return last < first ? undefined : { from: first, to: last };
}
