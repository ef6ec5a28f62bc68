import { type CalendarDay, yearOf } from '../calendar/calendar-day';
import type { Settled } from '../ledger/settled-debts';
import type { Fen } from '../money/fen';
import { paidIn, paidPart } from './paid-part';

/** A list that stands: who has how much on it, and what of it was settled when. */
export interface SettledList {
  readonly amount: Fen;
  readonly settled: readonly Settled[];
  readonly lines: readonly { readonly memberId: string; readonly amount: Fen }[];
}

/** What a holder of shares, a household or one of its members, was paid of a dividend on a day. */
export interface HolderPaid {
  readonly holderId: string;
  readonly on: CalendarDay;
  readonly amount: Fen;
}

/** What the books of a village paid people. */
export interface PaidPeople {
  readonly lists: readonly SettledList[];
  readonly shares: readonly HolderPaid[];
}

/** Who lives where, as a year is told. */
export interface YearLived {
  readonly year: number;
  /** By the id of the person. */
  readonly householdOf: ReadonlyMap<string, string>;
}

/**
 * What the books paid for sure in a year to the people of each household: wages of posts and works, rewards,
 * subsidies and aid by their lists, dividends by holder. Of a list that is paid in part only what nobody else
 * on it can have had; what was granted and not paid, and what was paid as one sum to nobody by name, is
 * nobody's income yet. Households that were paid nothing are left out. Source: FY-34.
 */
export function paidToHouseholds(
  { lists, shares }: PaidPeople,
  { year, householdOf }: YearLived,
): ReadonlyMap<string, Fen> {
  const found = new Map<string, Fen>();
  const add = (householdId: string, amount: Fen): void => {
    if (amount > 0n) found.set(householdId, (found.get(householdId) ?? 0n) + amount);
  };
  for (const { amount, settled, lines } of lists) {
    const paid = paidIn(settled, year);
    if (paid <= 0n) continue;
    for (const [householdId, theirs] of sumsByHousehold(lines, householdOf))
      add(householdId, paidPart(paid, { amount, theirs }).least);
  }
  for (const { holderId, on, amount } of shares)
    if (yearOf(on) === year) add(householdOf.get(holderId) ?? holderId, amount);
  return found;
}

function sumsByHousehold(
  lines: SettledList['lines'],
  householdOf: YearLived['householdOf'],
): ReadonlyMap<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const { memberId, amount } of lines) {
    const householdId = householdOf.get(memberId);
    if (householdId !== undefined) sums.set(householdId, (sums.get(householdId) ?? 0n) + amount);
  }
  return sums;
}
