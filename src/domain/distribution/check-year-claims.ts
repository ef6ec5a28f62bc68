import { type CalendarDay, type Month, yearOf } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { type Fen, sumFen } from '../money/fen';
import { groupedBy } from '../shared/grouped';
import { isSettled } from './year-grants';

/** A month under the plan of its year, as its row has it, with its claim as that stands. */
export interface KeptYearClaim {
  readonly claimId: string;
  readonly planId: string;
  readonly month: Month;
  /** Of the claim; undefined where there is none. */
  readonly pool: string | undefined;
  readonly use: string | undefined;
  /** What of it is granted and not taken back. Fen. */
  readonly granted: Fen;
}

/** Months granted under plans of years, and the distributions that took them over, as the rows have them. */
export interface KeptYearClaims {
  readonly years: readonly { readonly id: string; readonly pool: string; readonly year: number }[];
  readonly claims: readonly KeptYearClaim[];
  /** Every grant, one that was taken back too. Fen. */
  readonly grants: readonly { readonly claimId: string; readonly planId: string; readonly amount: Fen }[];
  readonly taken: readonly {
    readonly claimId: string;
    readonly planId: string;
    readonly planLineId: string;
  }[];
  /** The decided distributions, and the lines of plans. */
  readonly periods: readonly { readonly id: string; readonly pool: string; readonly periodTo: CalendarDay }[];
  readonly lines: readonly {
    readonly id: string;
    readonly planId: string;
    readonly bucket: string;
    readonly amount: Fen;
  }[];
}

/**
 * Each month is of the year and the pool of its plan and was granted under it, each grant under a plan of a
 * year is of such a month. The first decided distribution of its pool that settles a month took it over, by
 * its line of the same use, and none else took anything: code `check.yearClaim`. No line took over more than
 * it gives: code `check.takenAbove`.
 */
export function checkYearClaims(kept: KeptYearClaims, findings: Findings): void {
  findings.looked += kept.claims.length;
  const wrong = new Set([...strangeMonths(kept), ...strangeGrants(kept), ...strangeLinks(kept)]);
  for (const claimId of wrong) findings.add('check.yearClaim', {}, { claimId });
  const ofClaim = groupedBy(kept.grants, ({ claimId }) => claimId);
  for (const [planLineId, links] of groupedBy(kept.taken, (link) => link.planLineId)) {
    const grants = links.flatMap(({ claimId }) => ofClaim.get(claimId) ?? []);
    const found = sumFen(grants.map(({ amount }) => amount));
    const line = kept.lines.find(({ id }) => id === planLineId)?.amount ?? 0n;
    const amounts = { keptFen: String(line), foundFen: String(found) };
    if (found > line) findings.add('check.takenAbove', {}, { planLineId, ...amounts });
  }
}

/** Months that are not of the plan they stand under, or of which nothing was ever granted. */
function strangeMonths({ years, claims, grants }: KeptYearClaims): string[] {
  const plans = new Map(years.map((plan) => [plan.id, plan]));
  const granted = new Set(grants.map(({ claimId }) => claimId));
  return claims
    .filter(({ claimId, planId, month, pool }) => {
      const plan = plans.get(planId);
      return plan?.year !== yearOf(month) || plan.pool !== pool || !granted.has(claimId);
    })
    .map(({ claimId }) => claimId);
}

/** Grants of a month under another plan than its own, or under a plan of a year and of no month. */
function strangeGrants({ years, claims, grants }: KeptYearClaims): string[] {
  const plans = new Set(years.map(({ id }) => id));
  const months = new Map(claims.map(({ claimId, planId }) => [claimId, planId]));
  return grants
    .filter(({ claimId, planId }) => {
      const own = months.get(claimId);
      return own === undefined ? plans.has(planId) : own !== planId;
    })
    .map(({ claimId }) => claimId);
}

/** Months that were not taken over by what settles them, and what was taken over and is none of its. */
function strangeLinks({ claims, taken, periods, lines }: KeptYearClaims): string[] {
  const links = new Map(taken.map((link) => [link.claimId, link]));
  const linesById = new Map(lines.map((line) => [line.id, line]));
  const inOrder = [...periods].sort((one, other) => (one.periodTo < other.periodTo ? -1 : 1));
  const strange = claims.filter(({ claimId, month, pool, use, granted }) => {
    const first = inOrder.find((each) => each.pool === pool && isSettled(month, each.periodTo));
    const link = links.get(claimId);
    if (link === undefined) return first !== undefined && granted > 0n;
    const line = linesById.get(link.planLineId);
    return first?.id !== link.planId || line?.planId !== link.planId || line.bucket !== use;
  });
  const months = new Set(claims.map(({ claimId }) => claimId));
  const others = taken.filter(({ claimId }) => !months.has(claimId));
  return [...strange, ...others].map(({ claimId }) => claimId);
}
