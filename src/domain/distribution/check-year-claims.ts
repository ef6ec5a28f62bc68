import { type CalendarDay, type Month, yearOf } from '../calendar/calendar-day';
import type { Findings } from '../ledger/check-pass';
import { isSettled } from './year-grants';

/** Months granted under plans of years, and the distributions that took them over, as the rows have them. */
export interface KeptYearClaims {
  readonly years: readonly { readonly id: string; readonly pool: string; readonly year: number }[];
  readonly claims: readonly { readonly claimId: string; readonly planId: string; readonly month: Month }[];
  readonly grants: readonly { readonly claimId: string; readonly planId: string }[];
  readonly taken: readonly { readonly claimId: string; readonly planId: string }[];
  /** The decided distributions. */
  readonly periods: readonly { readonly id: string; readonly pool: string; readonly periodTo: CalendarDay }[];
}

/**
 * Each month is of the year of its plan, each grant under a plan of a year is of such a month, and what took
 * a month over is a decided distribution of the same pool that settles it. Code `check.yearClaim`.
 */
export function checkYearClaims(kept: KeptYearClaims, findings: Findings): void {
  const yearOfPlan = new Map(kept.years.map((plan) => [plan.id, plan]));
  const claims = new Map(kept.claims.map((claim) => [claim.claimId, claim]));
  const wrong = new Set<string>();
  for (const { claimId, planId, month } of kept.claims) {
    findings.looked += 1;
    if (yearOfPlan.get(planId)?.year !== yearOf(month)) wrong.add(claimId);
  }
  for (const { claimId, planId } of kept.grants)
    if (yearOfPlan.has(planId) && claims.get(claimId)?.planId !== planId) wrong.add(claimId);
  for (const { claimId, planId } of kept.taken) if (!isIts(kept, claimId, planId)) wrong.add(claimId);
  for (const claimId of wrong) findings.add('check.yearClaim', {}, { claimId });
}

/** Whether a distribution settles a month of its own pool. */
function isIts({ years, claims, periods }: KeptYearClaims, claimId: string, planId: string): boolean {
  const claim = claims.find((each) => each.claimId === claimId);
  const period = periods.find(({ id }) => id === planId);
  if (claim === undefined || period === undefined) return false;
  const year = years.find(({ id }) => id === claim.planId);
  return year?.pool === period.pool && isSettled(claim.month, period.periodTo);
}
