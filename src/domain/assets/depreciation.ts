import { addMonths, type Month } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { ratio, timesRatio } from '../money/ratio';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';

/** What an asset is used for: it decides which expense bears what it loses in value. */
export const ASSET_USES = ['operating', 'management', 'publicWelfare'] as const;
export type AssetUse = (typeof ASSET_USES)[number];

/**
 * How the terms of an asset began: with its acquisition, taken over in the middle of its life from older
 * books, or changed later.
 */
export const TERMS_BASES = ['acquired', 'takenOver', 'changed'] as const;
export type TermsBasis = (typeof TERMS_BASES)[number];

/**
 * From a month on, how an asset loses its value in even parts: what it cost less what it has lost by then and
 * less what it is worth at the end, over so many months. Every terms stand by themselves; later ones take
 * over from the month they begin with.
 */
export interface DepreciationTerms {
  readonly from: Month;
  readonly months: number;
  /** Cost and accumulated depreciation on the first day of `from`. */
  readonly cost: Fen;
  readonly accumulated: Fen;
  /** What is left at the end. */
  readonly salvage: Fen;
}

/** One month of an asset: what it loses, and where it stands after it. */
export interface DepreciationRow {
  readonly month: Month;
  readonly amount: Fen;
  readonly accumulated: Fen;
  readonly net: Fen;
}

/**
 * The months of terms. Each is the even part, rounded to the fen once, half away from zero; where the
 * rounded parts reach the end early, the months after it are nothing; the last month takes what rounding left
 * over. So it lands exactly on the salvage value, and no month is negative or goes past it.
 */
export function depreciationSchedule(terms: DepreciationTerms): DepreciationRow[] {
  const { from, months, cost, accumulated, salvage } = terms;
  const whole = cost - accumulated - salvage;
  invariant(months > 0 && whole >= 0n, 'terms spread something over at least one month');
  const count = BigInt(months);
  const even = (2n * whole + count) / (2n * count);
  let left = whole;
  return Array.from({ length: months }, (_, index) => {
    const amount = index === months - 1 || even > left ? left : even;
    left -= amount;
    return { month: addMonths(from, index), amount, accumulated: cost - salvage - left, net: salvage + left };
  });
}

/**
 * The months of an asset over all its terms, oldest first: each terms run until the next begin.
 * @param through the last month that counts: that of its disposal, which still loses its part
 */
export function plannedRows(terms: readonly DepreciationTerms[], through?: Month): DepreciationRow[] {
  return terms.flatMap((each, index) => {
    const next = terms[index + 1]?.from;
    const rows = depreciationSchedule(each);
    return rows.filter(
      ({ month }) => (next === undefined || month < next) && (through === undefined || month <= through),
    );
  });
}

/** Cost and accumulated depreciation of an asset on the first day of a month, as its terms say. */
export function standAt(
  terms: readonly DepreciationTerms[],
  month: Month,
): Pick<DepreciationTerms, 'cost' | 'accumulated'> | undefined {
  const begun = terms.filter(({ from }) => from <= month);
  const last = begun.at(-1);
  if (last === undefined) return undefined;
  const row = plannedRows(begun).findLast((each) => each.month < month && each.month >= last.from);
  return { cost: last.cost, accumulated: row?.accumulated ?? last.accumulated };
}

/** What an asset is used for in a month, as the terms of that month say. */
export function useIn(
  terms: readonly { readonly from: Month; readonly use: AssetUse }[],
  month: Month,
): AssetUse {
  return (terms.findLast(({ from }) => from <= month) ?? terms[0])?.use ?? 'operating';
}

/**
 * What is left at the end of an asset whose cost has changed, as a part of it was given away: the same share
 * of the cost as before (36,000.00 of 720,000.00 is 5 %, of 576,000.00 therefore 28,800.00). A proposal:
 * terms say it anew.
 */
export function salvageOn({ cost, salvage }: DepreciationTerms, newCost: Fen): Fen {
  return cost === 0n ? salvage : timesRatio(salvage, ratio(newCost, cost));
}

/** A month, and what the books have at its end, with what changed the asset's value in it. */
export interface MonthEnd extends DepreciationRow {
  readonly cost: Fen;
  /** What the month added to cost and to what was lost, beside its part; below zero where it took. */
  readonly costChange: Fen;
  readonly lossChange: Fen;
}

/**
 * A month as it ends: an improvement, a write-down or a transfer within it counts in the terms from the month
 * after, but stands in the books already.
 */
export function monthEnd(terms: readonly DepreciationTerms[], row: DepreciationRow): MonthEnd {
  const planned = { cost: row.accumulated + row.net, accumulated: row.accumulated };
  const { cost, accumulated } = standAt(terms, addMonths(row.month, 1)) ?? planned;
  return {
    ...{ month: row.month, amount: row.amount, cost, accumulated, net: cost - accumulated },
    ...{ costChange: cost - planned.cost, lossChange: accumulated - planned.accumulated },
  };
}

/**
 * What an asset has lost by now, as its terms and its booked months say: what the last terms began with, less
 * the months before them that are not booked yet, and their own that are.
 */
export function lostByNow(terms: readonly DepreciationTerms[], booked: ReadonlySet<Month>): Fen {
  const last = terms.at(-1);
  if (last === undefined) return 0n;
  return plannedRows(terms).reduce((lost, { month, amount }) => {
    if (month < last.from) return booked.has(month) ? lost : lost - amount;
    return booked.has(month) ? lost + amount : lost;
  }, last.accumulated);
}

/** An asset's months, and those of them that are booked. */
export interface AssetMonths {
  readonly assetId: string;
  readonly rows: readonly DepreciationRow[];
  readonly booked: ReadonlySet<Month>;
}

/** What an asset loses in a month and nobody has booked. */
export interface DueDepreciation {
  readonly assetId: string;
  readonly month: Month;
  readonly amount: Fen;
}

/** What is due up to and with a month, oldest first. A month of nothing is not due. */
export function dueDepreciation(assets: readonly AssetMonths[], through: Month): DueDepreciation[] {
  const due = assets.flatMap(({ assetId, rows, booked }) =>
    rows
      .filter(({ month, amount }) => amount > 0n && month <= through && !booked.has(month))
      .map(({ month, amount }) => ({ assetId, month, amount })),
  );
  return due.sort((one, other) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0));
}

/**
 * What keeps a month open: depreciation of its own that is not booked. Code `months.depreciationDue`, its
 * field the month, with how many assets and how much.
 */
export function depreciationClosingProblems(month: Month, due: readonly DueDepreciation[]): Problem[] {
  const own = due.filter((each) => each.month === month);
  if (own.length === 0) return [];
  const amount = own.reduce((sum, each) => sum + each.amount, 0n);
  return [{ code: 'months.depreciationDue', field: month, facts: { month, count: own.length, amount } }];
}
